import type { AnyStoredFact } from '@anjie/contracts/facts/envelope'
import type { getRowHistory as operation } from '@anjie/contracts/operations/registers'
import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import type { KeptRow } from '@anjie/contracts/vocabulary/registers/registerRow'
import { columnsSeenBy } from '@anjie/domain/registers/columnsSeen'
import { rowTitle } from '@anjie/domain/registers/readRow'
import { placeOfRow, refOfLeaf } from '@anjie/domain/registers/registerIds'
import { rowAfter } from '@anjie/domain/registers/rowHistory'
import { err, ok } from '@anjie/kernel'
import { notFound } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, RecordStore } from '../ports.ts'

type Row = Partial<KeptRow>

export interface RowStep {
  readonly fact: AnyStoredFact
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** The steps of one row, oldest first, each with the row before and after it: of its leaf's facts only those that changed it are read. */
export async function rowSteps(store: RecordStore, rowId: string): Promise<readonly RowStep[] | undefined> {
  const { leafId, place } = placeOfRow(rowId)
  const row = (await store.get('register-leaf', leafId))?.state.rows[place]
  if (row === undefined) return undefined
  const steps: RowStep[] = []
  let before: Row | undefined
  for (const fact of await store.stepsOf('register-leaf', leafId, row.steps)) {
    if (fact.schemaVersion !== 2) continue
    const after = rowAfter(before, place, fact.change)
    steps.push({ fact, before, after })
    before = after
  }
  return steps
}

/** 台账行的变动 */
export const getRowHistory: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, scope },
  { params },
) => {
  const { leafId } = placeOfRow(params.rowId)
  const ref = refOfLeaf(leafId)
  const register =
    ref === undefined ? undefined : (await store.get('register', `${leafId.slice(0, 2)}.${ref.register}`))?.state
  const steps = register === undefined ? undefined : await rowSteps(store, params.rowId)
  if (register === undefined || steps === undefined) return err(notFound('register-leaf'))
  const columns = columnsSeenBy(register, scope.level)
  const told = steps.map(({ fact, before, after }) => {
    const { details } = fact
    const by = details['by']
    const reason = details['reason']
    return {
      version: after?.version ?? fact.version,
      at: fact.at,
      what:
        after?.removed !== undefined
          ? ('removed' as const)
          : before === undefined && after?.version === 1
            ? ('added' as const)
            : ('changed' as const),
      personName: fact.actor.personName,
      post: fact.actor.post,
      jurisdictionName: fact.actor.jurisdictionName,
      ...(typeof by === 'string' ? { by } : {}),
      ...(typeof reason === 'string' && after?.removed !== undefined ? { reason } : {}),
      changes: changesOf(columns, before, after),
    }
  })
  const named = [...steps].reverse().find(({ after }) => Object.keys(after?.cells ?? {}).length > 0)?.after
  return ok({
    title:
      named === undefined
        ? ''
        : rowTitle(register, {
            cells: named.cells ?? {},
            ...(named.names === undefined ? {} : { names: named.names }),
          }),
    steps: told.reverse(),
    hasEarlier: steps[0] !== undefined && steps[0].after?.version !== 1,
  })
}

function changesOf(columns: readonly RegisterColumn[], before: Row | undefined, after: Row | undefined) {
  const changes: { name: string; from?: string; to?: string }[] = []
  for (const column of columns) {
    const [from, to] = [shown(column, before), shown(column, after)]
    if (from !== to)
      changes.push({
        name: column.name,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })
  }
  for (const [name, key] of [
    ['起日', 'from'],
    ['止日', 'until'],
  ] as const) {
    const [from, to] = [before?.[key], after?.[key]]
    if (from !== to)
      changes.push({ name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
  }
  return changes
}

function shown({ code, type, choices }: RegisterColumn, row: Row | undefined): string | undefined {
  const cell = row?.cells?.[code]
  if (cell === undefined) return undefined
  if (type === 'yesNo') return cell === 'yes' ? '是' : '否'
  return row?.names?.[code] ?? choices?.find((each) => each.code === cell)?.name ?? cell
}
