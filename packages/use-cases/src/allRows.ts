import type { ListedKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { RecordStore } from './ports.ts'

/** Every line of one kind in the caller's own list, page after page. */
export async function allRows<K extends ListedKind>(store: RecordStore, kind: K): Promise<ListRowOf<K>[]> {
  const rows: ListRowOf<K>[] = []
  let cursor: string | undefined
  do {
    const page = await store.list(kind, { limit: 1000, ...(cursor === undefined ? {} : { cursor }) })
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== undefined)
  return rows
}
