import type { listSubmissions as operation } from '@anjie/contracts/operations/submissions'
import { withoutClosedCycles } from '@anjie/domain/submissions/withoutClosedCycles'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** Forms in the caller's own list. Those of a cycle whose result is final wait for nobody any more. */
export const listSubmissions: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) => {
  const [rows, cycles] = await Promise.all([allRows(context.store, 'submission'), assessmentRows(context, 'cycle')])
  return ok({
    rows: withoutClosedCycles(
      rows,
      cycles.map(({ row }) => row),
    ),
  })
}
