import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { RecordStore } from './ports.ts'

/** Every line of one kind in the caller's own list, page after page. */
export async function allRows(store: RecordStore, kind: RecordKind): Promise<ListRow[]> {
  const rows: ListRow[] = []
  let cursor: string | undefined
  do {
    const page = await store.list(kind, { limit: 1000, ...(cursor === undefined ? {} : { cursor }) })
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== undefined)
  return rows
}
