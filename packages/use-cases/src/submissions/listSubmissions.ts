import type { listSubmissions as operation } from '@anjie/contracts/operations/submissions'
import { withoutClosedCycles } from '@anjie/domain/submissions/withoutClosedCycles'
import { ok } from '@anjie/kernel'
import { assessmentRows } from '../cycles/assessmentRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** Forms in the caller's own list, page by page. Those of a cycle whose result is final wait for nobody any more. */
export const listSubmissions: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { query: { cursor, status, cycleId } },
) => {
  const [page, cycles] = await Promise.all([
    context.store.find('submission', { status, group: cycleId }, { cursor }),
    assessmentRows(context, 'cycle'),
  ])
  if (!page.ok) return page
  const rows = withoutClosedCycles(
    page.value.rows,
    cycles.map(({ row }) => row),
  )
  return ok({ ...page.value, rows })
}
