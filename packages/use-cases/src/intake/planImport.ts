import type { planImport as operation } from '@anjie/contracts/operations/intake'
import {
  type ImportBatch,
  type ImportReading,
  importParts,
  type PlannedImportRow,
  type RowFault,
  type StagedRow,
} from '@anjie/contracts/vocabulary/intake/importBatch'
import { filled } from '@anjie/contracts/vocabulary/part'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { plannedImport, refusedImport } from '@anjie/domain/intake/importSteps'
import { cutIntoParts, inCarryingOrder, planCounts, refusedRows } from '@anjie/domain/intake/planOrder'
import { personsOfRowsUntil } from '@anjie/domain/intake/withoutPersons'
import { err, ok, type Result } from '@anjie/kernel'
import { foundRows } from '../foundRows.ts'
import type { InputOf } from '../input.ts'
import type { Command, CommandContext, RecordStore } from '../ports.ts'
import { commitImport } from './commitImport.ts'
import { findImport } from './findImport.ts'
import type { RowPlan } from './lists/importList.ts'
import { IMPORTED_LISTS } from './lists/index.ts'

/** 核对: what each row of the file will change, against the list as it stands now; kept until somebody confirms it, or asks anew. */
export const planImport: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await findImport(context, params.batchId, 'plan')
  if (!found.ok) return found
  const { state: batch, version } = found.value
  const reading = (await context.store.get('import-reading', batch.id))?.state
  if (reading === undefined || reading.attempt !== batch.attempt)
    return err({ code: 'transition-not-allowed', detail: '文件还没有读完，请稍候' })
  if (reading.status === 'interrupted')
    return err({ code: 'transition-not-allowed', detail: '文件没有读完就中断了，请再读一次' })
  if (reading.status === 'refused') return commitImport(context, version, refusedImport(batch, reading, context.now))
  const planned = await planRows(context, batch, reading)
  if (!planned.ok) return planned
  const changing = cutIntoParts(inCarryingOrder(planned.value))
  const same = cutIntoParts(planned.value.filter(({ effect }) => effect === 'same'))
  const refused = cutIntoParts(planned.value.filter(({ effect }) => effect === 'refused'))
  const id = context.newId()
  await context.store.putParts(
    'import-batch',
    batch.id,
    [...changing.parts, ...same.parts, ...refused.parts].map((rows, part) =>
      filled(importParts.planned(id, part), rows),
    ),
    IMPORTED_LISTS[batch.list].namesPersons === true ? personsOfRowsUntil(context.now) : undefined,
  )
  const sizes = (parts: readonly (readonly unknown[])[]) => parts.map((part) => part.length)
  const plan = {
    ...planCounts(planned.value, reading.passedOver),
    id,
    parts: { changing: sizes(changing.parts), same: sizes(same.parts), refused: sizes(refused.parts) },
  }
  const earlier = await sameFileBefore(context.store, batch, reading)
  return commitImport(context, version, plannedImport(batch, reading, plan, earlier, context.now))
}

async function planRows(
  context: CommandContext,
  batch: ImportBatch,
  reading: ImportReading,
): Promise<Result<readonly PlannedImportRow[], Problem>> {
  const { store } = context
  const rows: StagedRow[] = []
  for (let part = 0; part < reading.parts.rows; part += 1)
    rows.push(
      ...((await store.getPart('import-reading', batch.id, importParts.stagedRows(reading.attempt, part))) ?? []),
    )
  const faults: RowFault[] = []
  for (let part = 0; part < reading.parts.refusals; part += 1)
    faults.push(
      ...((await store.getPart('import-reading', batch.id, importParts.refusals(reading.attempt, part))) ?? []),
    )
  const plans = await IMPORTED_LISTS[batch.list].plan(context, {
    target: batch.target,
    defaults: batch.defaults,
    rows,
  })
  if (!plans.ok) return plans
  const columns = new Map(reading.sheets.map(({ name, columns: own }) => [name, new Map(own)]))
  const planned = rows.flatMap((row, at) => {
    const plan = plans.value[at]
    return plan === undefined ? [] : [plannedRow(row, plan, columns.get(row.sheet) ?? new Map())]
  })
  return ok([...planned, ...refusedRows(faults)])
}

function plannedRow(
  { sheet, row }: StagedRow,
  plan: RowPlan<unknown>,
  columns: ReadonlyMap<string, string>,
): PlannedImportRow {
  const place = { sheet, row, title: plan.title, changes: [], faults: [], stage: 0 }
  if (plan.effect === 'same') return { ...place, effect: 'same' }
  if (plan.effect === 'refused')
    return {
      ...place,
      effect: 'refused',
      faults: plan.faults.map(({ field, message }) => ({
        sheet,
        row,
        column: field === undefined ? '' : (columns.get(field) ?? ''),
        message,
      })),
    }
  const { effect, verb, changes, stage, step } = plan
  return { ...place, effect, ...(verb === undefined ? {} : { verb }), changes: [...changes], stage, step }
}

/** The newest batch of the same file in the same list of which something was carried out. */
async function sameFileBefore(
  store: RecordStore,
  { id, list, target }: ImportBatch,
  { digest }: ImportReading,
): Promise<ImportBatch['earlier']> {
  if (digest === undefined) return undefined
  const rows = await foundRows(store, 'import-batch', { group: digest })
  const others = rows.filter((row) => row.id !== id && row.fields.list === list).map((row) => row.id)
  const batches = await store.getMany('import-batch', others)
  const [newest] = [...batches.values()]
    .map(({ state }) => state)
    .filter((state) => state.target === target && state.applied !== undefined)
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
  if (newest?.applied === undefined) return undefined
  return {
    id: newest.id,
    at: newest.applied.at,
    by: newest.confirmed?.personName ?? newest.startedBy.personName,
    applied: newest.applied.done,
    status: newest.status,
  }
}
