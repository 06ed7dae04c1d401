import type { FoundKind, ListedKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { type Place, viewKeys } from '@anjie/projections/viewKeys'
import type { ListFilter } from '@anjie/use-cases/ports'
import type { ListPlace } from './listCursor.ts'
import { type Stretch, stretchesOf } from './listStretches.ts'
import type { Item, Tables } from './tables.ts'
import { rowOfItem } from './viewItems.ts'

/** Rows that one page looks at, so that a page costs the same however rare it is what somebody looks for. */
const MAX_LOOKED_AT = 120

interface FoundRows<K extends ListedKind> {
  readonly rows: readonly ListRowOf<K>[]
  /** Where to go on; nothing at the end. */
  readonly next?: ListPlace
}

/** Reads on from a place until the page is full, the list ends, or as much was looked at as one page may cost. */
export async function findRows<K extends FoundKind>(
  tables: Tables,
  owner: Place,
  kind: K,
  filter: ListFilter,
  start: ListPlace,
  limit: number,
): Promise<FoundRows<K>> {
  const stretches = stretchesOf(owner.level, kind, filter)
  const pk = viewKeys.list(owner, kind)
  const rows: ListRowOf<K>[] = []
  let left = MAX_LOOKED_AT
  let { stretch: at, after } = start
  for (let stretch = stretches[at]; stretch !== undefined; stretch = stretches[at]) {
    if (left <= 0 || rows.length >= limit) return { rows, next: { stretch: at, after } }
    const { order, prefix, newestFirst, keep } = stretch
    const page = await tables.query('views', pk, {
      ...(prefix === '' ? {} : { skPrefix: prefix }),
      ...(order === undefined ? {} : { order }),
      ...(newestFirst === undefined ? {} : { newestFirst }),
      limit: keep === undefined ? Math.min(left, limit - rows.length) : left,
      ...(after === undefined ? {} : { after }),
    })
    left -= page.items.length
    for (const item of page.items) {
      const key = keyIn(item, stretch)
      if (rows.length >= limit) return { rows, next: { stretch: at, after } }
      const row = rowOfItem(kind, item)
      if (row !== undefined && (keep === undefined || keep(row, key))) rows.push(row)
      after = key
    }
    after = page.next
    if (after === undefined) at += 1
  }
  return { rows }
}

function keyIn(item: Item, { order }: Stretch): string {
  const key = item[order ?? 'sk']
  if (typeof key !== 'string') throw new Error(`an item of the list has no key in the order ${order ?? 'of its ids'}`)
  return key
}
