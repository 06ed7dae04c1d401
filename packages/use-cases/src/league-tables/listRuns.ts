import type { listRuns as operation } from '@anjie/contracts/operations/league-tables'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

export const listRuns: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const cycle = await findRecord(context, 'cycle', params.cycleId)
  if (!cycle.ok) return cycle
  const rows = await allRows(context.store, 'run')
  return ok({ rows: rows.filter((row) => row.fields.cycleId === params.cycleId) })
}
