import type { carryImportOn as operation } from '@anjie/contracts/operations/intake'
import {
  type ImportBatch,
  importParts,
  outcomesName,
  type PlannedImportRow,
  type RowOutcome,
  RowOutcomes,
} from '@anjie/contracts/vocabulary/intake/importBatch'
import { appliedImport, putBackImport } from '@anjie/domain/intake/importSteps'
import { inParallel, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext, RecordStore } from '../ports.ts'
import { commitImport } from './commitImport.ts'
import { findImport } from './findImport.ts'
import type { ImportList } from './lists/importList.ts'
import { IMPORTED_LISTS } from './lists/index.ts'

/** One call deals with as many rows as fit into this; the page calls again and shows how far it is. */
const STRETCH_MILLISECONDS = 4_000
/** Rows that are carried out at the same time. */
const WIDTH = 4
/** Outcomes are noted after so many rows; those of a call that died in between are found again by their receipts. */
const NOTED_AT_ONCE = 20

type Way = 'applied' | 'back'

/**
 * 办理一段: carries rows out, or takes them back, from where the last call ended. Each row is the list's own operation in the name of
 * whoever confirmed the batch, whole or not at all; one that is refused (somebody changed the same meanwhile) is noted with the reason, and
 * the others go on. A row has one key for ever, so that a call that died half-way is simply made again.
 */
export const carryImportOn: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await findImport(context, params.batchId, 'carry-on')
  if (!found.ok) return found
  const { state: batch, version } = found.value
  const way: Way = batch.status === 'putting-back' ? 'back' : 'applied'
  const begun = performance.now()
  const isTimeLeft = () => performance.now() - begun < STRETCH_MILLISECONDS
  const parts = (batch.plan?.parts.changing ?? []).map((_, part) => part)
  const finished = await context.store.finishedPieces('import-batch', batch.id)
  const open = parts.filter((part) => !finished.has(pieceOf(way, part)))
  const told: Told[] = []
  const once = () => (told.length === 0 ? {} : { once: { told } })
  for (const part of way === 'back' ? open.toReversed() : open) {
    const isDone = isTimeLeft() && (await carryOutPart(context, batch, { way, part, told, isTimeLeft }))
    if (!isDone) return ok({ id: batch.id, version, status: batch.status, unchanged: true, ...once() })
    await context.store.finishPiece('import-batch', batch.id, pieceOf(way, part))
  }
  const all = (await Promise.all(parts.map((part) => outcomesOf(context.store, batch.id, way, part)))).flatMap(
    ({ outcomes }) => Object.values(outcomes),
  )
  const count = (status: RowOutcome['status']) => all.filter((each) => each.status === status).length
  const ended = await commitImport(
    context,
    version,
    way === 'applied'
      ? appliedImport(batch, { done: count('applied'), refused: count('refused') }, context.now)
      : putBackImport(batch, { done: count('put-back'), stays: count('stays') }, context.now),
  )
  return ended.ok ? ok({ ...ended.value, ...once() }) : ended
}

/** Said of a row this one time. */
interface Told {
  readonly sheet: string
  readonly row: number
  readonly message: string
}

/** What was put back is counted from here on; a batch has fewer parts. */
const BACK_FROM = 5000
export const pieceOf = (way: Way, part: number): number => (way === 'back' ? BACK_FROM + part : part)

/** What became of the rows of a part so far. */
export async function outcomesOf(
  store: RecordStore,
  batchId: string,
  way: Way,
  part: number,
): Promise<{ readonly outcomes: RowOutcomes; readonly version: number }> {
  const item = await store.sideItem('import-batch', batchId, outcomesName(way, part))
  return { outcomes: RowOutcomes.parse(item?.content ?? {}), version: item?.version ?? 0 }
}

/** Deals with a part as far as there is time; true when nothing of it is left. */
async function carryOutPart(
  context: CommandContext,
  batch: ImportBatch,
  {
    way,
    part,
    told,
    isTimeLeft,
  }: {
    readonly way: Way
    readonly part: number
    readonly told: Told[]
    readonly isTimeLeft: () => boolean
  },
): Promise<boolean> {
  const { store } = context
  const rows = (await store.getPart('import-batch', batch.id, importParts.planned(batch.plan?.id ?? '', part))) ?? []
  const applied = way === 'back' ? (await outcomesOf(store, batch.id, 'applied', part)).outcomes : {}
  const work = rows
    .map((row, at) => ({ row, at }))
    .filter(({ at }) => way === 'applied' || applied[at]?.status === 'applied')
  const inOrder = way === 'back' ? work.toReversed() : work
  for (;;) {
    const known = await outcomesOf(store, batch.id, way, part)
    const left = inOrder.filter(({ at }) => known.outcomes[at] === undefined)
    const stretch = left.filter(({ row }) => row.stage === left[0]?.row.stage).slice(0, NOTED_AT_ONCE)
    if (stretch.length === 0) return true
    if (!isTimeLeft()) return false
    const outcomes: Record<string, RowOutcome> = { ...known.outcomes }
    await inParallel(inGroups(IMPORTED_LISTS[batch.list], stretch), WIDTH, async (group) => {
      if (way === 'applied') {
        const done = await applyRows(context, batch, group, part, told)
        for (const [index, { at }] of group.entries()) outcomes[at] = done[index] ?? NOT_SAID
        return
      }
      // Rows of a group lie in one record: side by side they would only be in each other's way.
      for (const { row, at } of group)
        outcomes[at] = await putRowBack(context, batch, row, `${part}.${at}`, applied[at])
    })
    // Noted by another call meanwhile: what it noted is looked at, and what is left goes on.
    await store.keepSideItem('import-batch', batch.id, outcomesName(way, part), outcomes, known.version)
  }
}

interface RowAt {
  readonly row: PlannedImportRow
  readonly at: number
}

const NOT_SAID: RowOutcome = { status: 'refused', message: '没有办成；请重新核对这一行' }

/** Rows that one call carries out; the same ones however often it is made, because all of them are noted together. */
function inGroups(list: ImportList, rows: readonly RowAt[]): readonly (readonly RowAt[])[] {
  const groups = Map.groupBy(rows, ({ row, at }) => list.groupOf(row.step) ?? at)
  return [...groups.values()]
}

const marksOf = (way: Way, batchId: string, place: string) => ({
  idempotencyKey: `${way}.${batchId}.${place}`,
  batchKey: `${way}.${batchId}`,
})

async function applyRows(
  context: CommandContext,
  batch: ImportBatch,
  group: readonly RowAt[],
  part: number,
  told: Told[],
): Promise<readonly RowOutcome[]> {
  const done = await IMPORTED_LISTS[batch.list].apply(
    context,
    group.map(({ row }) => row.step),
    marksOf('applied', batch.id, `${part}.${group[0]?.at}`),
  )
  return done.map((each, index) => {
    const place = group[index]?.row
    if (each.ok && each.value.told !== undefined && place !== undefined)
      told.push({ sheet: place.sheet, row: place.row, message: each.value.told })
    if (each.ok) return { status: 'applied', id: each.value.id, version: each.value.version }
    const { code, detail } = each.error
    return {
      status: 'refused',
      message: code === 'stale-version' ? `核对以后已被他人改过；请重新核对这一行（${detail}）` : detail,
    }
  })
}

async function putRowBack(
  context: CommandContext,
  batch: ImportBatch,
  { step }: PlannedImportRow,
  place: string,
  applied: RowOutcome | undefined,
): Promise<RowOutcome> {
  if (applied?.status !== 'applied') return { status: 'stays', message: '没有生效，不必撤回' }
  const mark = { ...marksOf('back', batch.id, place), reason: batch.putBack?.reason ?? '' }
  const done = await IMPORTED_LISTS[batch.list].putBack(context, step, applied, mark)
  if (done.ok) return { status: 'put-back', id: done.value.id, version: done.value.version }
  const { code, detail } = done.error
  return { status: 'stays', message: code === 'stale-version' ? `导入以后又有变动，保留（${detail}）` : detail }
}
