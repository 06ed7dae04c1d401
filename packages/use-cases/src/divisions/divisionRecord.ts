import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import { divisionsId } from '@anjie/domain/honours/recordIds'
import type { QueryContext, Versioned } from '../ports.ts'

/** The province's tree as its record has it now; the one in the context may be a minute old. */
export async function divisionRecord({
  store,
  scope,
}: Pick<QueryContext, 'store' | 'scope'>): Promise<Versioned<DivisionTree> & { readonly id: string }> {
  const id = divisionsId(scope.province)
  const record = await store.get('divisions', id)
  if (record === undefined) throw new Error(`the division tree of province ${scope.province} was never loaded`)
  return { id, ...record }
}
