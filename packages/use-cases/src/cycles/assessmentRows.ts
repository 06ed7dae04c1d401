import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { QueryContext } from '../ports.ts'

/** Rows of the province's list and, for a county, of its own. `own`: of the caller's own commission. */
export async function assessmentRows<K extends 'scheme' | 'cycle'>(
  { store, scope }: Pick<QueryContext, 'store' | 'scope'>,
  kind: K,
): Promise<readonly { readonly row: ListRowOf<K>; readonly own: boolean }[]> {
  const [provincial, county] = await Promise.all([
    store.listProvincial(kind),
    scope.level === 'county' || scope.level === 'unit' ? store.listOfCounty(kind, scope.county) : [],
  ])
  return [
    ...provincial.map((row) => ({ row, own: scope.level === 'province' })),
    // A unit reads its county's; they are its county's own and not its.
    ...county.map((row) => ({ row, own: scope.level === 'county' })),
  ]
}
