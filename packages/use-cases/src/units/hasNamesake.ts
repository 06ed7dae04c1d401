import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { allRows } from '../allRows.ts'
import type { RecordStore } from '../ports.ts'

/** Is there another current unit of this kind and name under the same township? */
export async function hasNamesake(
  store: RecordStore,
  given: Pick<Unit, 'kind' | 'name' | 'parentId'> & { readonly id?: string },
): Promise<boolean> {
  const rows = await allRows(store, 'unit')
  return rows.some(
    ({ id, title, status, fields }) =>
      id !== given.id &&
      status === 'current' &&
      title === given.name &&
      fields.unitKind === given.kind &&
      fields.parentId === given.parentId,
  )
}
