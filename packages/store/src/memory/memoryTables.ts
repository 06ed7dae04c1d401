import type { ListOrder } from '@anjie/projections/lists/listOrders'
import { compareOrders } from '@anjie/projections/write'
import {
  type ConditionalPut,
  type Item,
  type ItemKey,
  OPEN_KEY,
  type QueryOptions,
  type QueryPage,
  type TableName,
  type Tables,
} from '../tables.ts'
import type { ViewItem } from '../viewItems.ts'

const PAGE = 1000

/** What was written, and what had been there. */
export interface MemoryWrite {
  readonly item: Item & ItemKey
  readonly former: Item | undefined
}

export interface MemoryTables extends Tables {
  /** As `get`, without waiting. */
  find(table: TableName, key: ItemKey): Item | undefined
  /** Writes one item of the views table, as the projector does; an older version never covers a newer one. */
  putView(item: ViewItem): void
  removeView(key: ItemKey): void
  /** Everything that is there, for tests that compare two states. */
  dump(table: TableName): readonly Item[]
}

/** Tables in memory with the guarantees of the real ones: strong reads, all-or-nothing writes, pages by sort key. */
export function memoryTables(
  afterWrite: (writes: readonly MemoryWrite[]) => Promise<void> = async () => undefined,
): MemoryTables {
  const tables: Record<TableName, Map<string, Map<string, Item>>> = { records: new Map(), views: new Map() }
  const partition = (table: TableName, pk: string): Map<string, Item> => {
    const found = tables[table].get(pk) ?? new Map<string, Item>()
    tables[table].set(pk, found)
    return found
  }
  const find = (table: TableName, { pk, sk }: ItemKey): Item | undefined => tables[table].get(pk)?.get(sk)

  const holds = ({ item, condition }: ConditionalPut): boolean => {
    const there = find('records', item)
    if (there === undefined) return condition.is !== 'at-version'
    if (condition.is === 'at-version') return there['version'] === condition.version
    return condition.is === 'absent-or-expired' && Number(there['expiresAt']) <= condition.nowSeconds
  }

  return {
    find: (table, key) => copy(find(table, key)),
    get: async (table, key) => copy(find(table, key)),
    getMany: async (table, keys) => keys.map((key) => copy(find(table, key))).filter((item) => item !== undefined),
    query: async (table, pk, options = {}) => {
      const items = [...(tables[table].get(pk)?.values() ?? [])]
      return page(options.order === undefined ? items.map(bySortKey) : items.flatMap(inOrder(options.order)), options)
    },
    range: async (pk, { order, from, to, limit, newestFirst = false }) => {
      const items = [...(tables.views.get(pk)?.values() ?? [])]
      const keyed = items
        .flatMap(order === undefined ? inOpen : inOrder(order))
        .map(([key, item]) => ({ key, item }))
        .filter(({ key }) => key >= from && key <= to)
        .sort((one, other) => (one.key < other.key ? -1 : 1))
      return (newestFirst ? keyed.reverse() : keyed).slice(0, limit).map(({ item }) => ({ ...item }))
    },
    putNew: async (item) => {
      if (find('records', item) !== undefined) return 'there'
      partition('records', item.pk).set(item.sk, { ...item })
      return 'written'
    },
    transact: async (puts, { raise, unchanged } = { raise: [], unchanged: [] }) => {
      const timesOf = (key: ItemKey): number => Number(find('records', key)?.['times'] ?? 0)
      if (!puts.every(holds) || unchanged.some(({ key, times }) => timesOf(key) !== times)) return 'refused'
      for (const { pk, sk } of raise) partition('records', pk).set(sk, { pk, sk, times: timesOf({ pk, sk }) + 1 })
      const writes = puts.map(({ item }) => ({ item, former: find('records', item) }))
      for (const { item } of puts) partition('records', item.pk).set(item.sk, { ...item })
      await afterWrite(writes)
      return 'written'
    },
    putView: (item) => {
      const there = find('views', item)?.['order']
      if (typeof there === 'string' && compareOrders(there, item.order) > 0) return
      partition('views', item.pk).set(item.sk, { ...item })
    },
    removeView: ({ pk, sk }) => void tables.views.get(pk)?.delete(sk),
    dump: (table) => [...tables[table].values()].flatMap((items) => [...items.values()]),
  }
}

const copy = (item: Item | undefined): Item | undefined => (item === undefined ? undefined : { ...item })

type Entry = readonly [key: string, item: Item]

const bySortKey = (item: Item): Entry => [String(item['sk']), item]

/** What the index of an order holds of an item: its keys and its row; nothing of an item that has no key in it. */
const inOrder =
  (order: ListOrder) =>
  (item: Item): Entry[] => {
    const key = item[order]
    const { pk = '', sk = '', row = '' } = item
    return typeof key === 'string' ? [[key, { pk, sk, [order]: key, row }]] : []
  }

/** Items that the local index holds: those with an `openKey`, whole. */
const inOpen = (item: Item): Entry[] => {
  const key = item[OPEN_KEY]
  return typeof key === 'string' ? [[key, item]] : []
}

function page(entries: readonly Entry[], options: QueryOptions): QueryPage {
  const { skPrefix = '', after, limit = PAGE, newestFirst = false } = options
  if (options.skPrefix === '') throw new Error('DynamoDB refuses an empty prefix of a sort key')
  const ascending = entries.filter(([sk]) => sk.startsWith(skPrefix)).sort(([one], [other]) => (one < other ? -1 : 1))
  const ordered = newestFirst ? ascending.reverse() : ascending
  const rest = after === undefined ? ordered : ordered.filter(([sk]) => (newestFirst ? sk < after : sk > after))
  const taken = rest.slice(0, limit)
  const last = taken.at(-1)?.[0]
  const items = taken.map(([, item]) => ({ ...item }))
  return rest.length > limit && last !== undefined ? { items, next: last } : { items }
}
