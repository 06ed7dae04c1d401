import type { listCycles as operation } from '@anjie/contracts/operations/cycles'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { assessmentRows } from './assessmentRows.ts'

/** The province's cycles and, for a county, its own; of the others' not those that are only planned. */
export const listCycles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const rows = await assessmentRows(context, 'cycle')
  return ok({ rows: rows.filter(({ row, own }) => own || row.status !== 'planned').map(({ row }) => row) })
}
