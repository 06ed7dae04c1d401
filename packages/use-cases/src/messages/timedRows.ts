import type { MessageBox } from '@anjie/contracts/vocabulary/messages/message'
import { URGED } from '@anjie/contracts/vocabulary/messages/urging'
import { readersOf } from '@anjie/domain/messages/readersOf'
import { concernsScope } from '../home/concernsScope.ts'
import type { MessageRange, QueryContext, TimedRow } from '../ports.ts'

/** Who reads, and from where; a request's context has it, and the clock makes it for a post. */
export type Reading = Pick<QueryContext, 'store' | 'scope' | 'member' | 'now'>

export interface BoxedRow extends TimedRow {
  readonly box: MessageBox
}

export interface TimedRows {
  /** The newest first. */
  readonly rows: readonly BoxedRow[]
  /** One of the lists had as many as were asked for. */
  readonly full: boolean
}

/**
 * The lines that somebody reads, in the order of time: those that wait for one of their roles, those said to their level, and those
 * that the province says to all. Each list is read to the same limit, all at once.
 */
export async function timedRows(
  context: Reading,
  range: MessageRange,
  boxes: readonly MessageBox[] = ['work', 'told'],
): Promise<TimedRows> {
  const { store, member, scope } = context
  const { work, told } = readersOf(member)
  const shared = scope.level === 'province' ? [] : (['province'] as const)
  const lists = [
    ...work.map((reader) => ({ box: 'work' as const, whose: 'own' as const, reader })),
    ...told.flatMap((reader) => ['own' as const, ...shared].map((whose) => ({ box: 'told' as const, whose, reader }))),
  ].filter(({ box }) => boxes.includes(box))
  const found = await Promise.all(
    lists.map(async ({ box, whose, reader }) =>
      (await store.timedRows(whose, reader, range)).map((timed): BoxedRow => ({ ...timed, box })),
    ),
  )
  const rows = found.flat().filter(({ row }) => concernsScope(row, scope))
  const moot = await mootUrgings(context, rows)
  return {
    rows: rows.filter((each) => !moot.has(each)).sort((one, other) => (one.key < other.key ? 1 : -1)),
    full: found.some((each) => each.length >= range.limit),
  }
}

/** 催报 whose case has left the urged post's hands since: asked only where there is one, and at once for all of them. */
async function mootUrgings({ store }: Reading, rows: readonly BoxedRow[]): Promise<ReadonlySet<BoxedRow>> {
  const urged = rows.filter(({ row }) => row.status === URGED)
  if (urged.length === 0) return new Set()
  const waiting = await store.turnLines(urged.map(({ row: { kind, id } }) => ({ kind, id })))
  return new Set(
    urged.filter(
      ({ row }) =>
        !waiting.some(({ kind, id, queue }) => kind === row.kind && id === row.id && queue?.role === row.queue?.role),
    ),
  )
}
