import { ListRow } from '@anjie/contracts/vocabulary/listRow'
import type { Write } from '@anjie/projections/write'
import { type Packed, pack, unpack } from './packed.ts'
import type { Item, ItemKey } from './tables.ts'

/** What an item of the views table holds beside its key and order: nothing where the projection took the item out. */
export function attributesOf({ content }: Pick<Write, 'content'>): Readonly<Record<string, Packed>> {
  if (content === null) return {}
  if ('row' in content) return { row: JSON.stringify(content.row) }
  if ('document' in content) return { document: pack(content.document) }
  throw new Error('what the public sees does not lie in the views table')
}

/** An item of the views table. A projector never puts an item of a lower order over one of a higher. */
export type ViewItem = Item & ItemKey & { readonly order: string }

export const viewItemOf = (write: Write): ViewItem => ({
  pk: write.pk,
  sk: write.sk,
  order: write.order,
  ...attributesOf(write),
})

/** The row of a list's item; undefined where it was taken away. */
export const rowOfItem = (item: Readonly<Record<string, unknown>>): ListRow | undefined =>
  item['row'] === undefined ? undefined : ListRow.parse(unpack(item['row']))

export const documentOfItem = (item: Readonly<Record<string, unknown>>): unknown => unpack(item['document'])
