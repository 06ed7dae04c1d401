import type { listSchemes as operation } from '@anjie/contracts/operations/schemes'
import { ok } from '@anjie/kernel'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** The province's schemes and, for a county, its own; of the others' not the drafts. */
export const listSchemes: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const rows = await assessmentRows(context, 'scheme')
  return ok({ rows: rows.filter(({ row, own }) => own || row.status !== 'draft').map(({ row }) => row) })
}
