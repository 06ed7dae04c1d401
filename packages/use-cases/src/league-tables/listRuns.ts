import type { listRuns as operation } from '@anjie/contracts/operations/league-tables'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import { foundRows } from '../foundRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

export const listRuns: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  return ok({ rows: [...(await foundRows(context.store, 'run', { stage: 'open', group: params.cycleId }))] })
}
