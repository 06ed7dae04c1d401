import type { FoundKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { ListFilter, RecordStore } from './ports.ts'

/** As many as a page may have at its usual cost. */
const PAGE = 100

/** Every row that a filter finds, page after page: for questions that only a few rows answer, such as who bears a name. */
export async function foundRows<K extends FoundKind>(
  store: RecordStore,
  kind: K,
  filter: ListFilter,
  /** Whose list; without it the caller's own. */
  of?: string,
): Promise<readonly ListRowOf<K>[]> {
  const rows: ListRowOf<K>[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(kind, filter, { cursor, limit: PAGE, of })
    if (!page.ok) throw new Error(page.error.detail)
    rows.push(...page.value.rows)
    cursor = page.value.cursor
  } while (cursor !== undefined)
  return rows
}
