import { FACT_SK_PREFIX } from '../keys.ts'
import { type Item, type ItemKey, inBatches, type TableName, type Tables } from '../tables.ts'
import { dynamoBytes, readUnits, transactUnits, writeUnits } from './capacityUnits.ts'

/** What DynamoDB would have been asked for and would have charged. */
export interface Spent {
  /** Requests to DynamoDB. */
  trips: number
  /** Rounds of requests one after the other: requests that are under way at once are one wave. */
  waves: number
  readUnits: number
  writeUnits: number
  /** Items that were read or written. */
  items: number
  bytes: number
  /** Facts that were recorded: one for each record that was changed. */
  facts: number
  /** What fell on each partition: a table gives more than one of its partitions does. */
  readonly partitions: Map<string, PartitionUnits>
}

export interface PartitionUnits {
  readonly readUnits: number
  readonly writeUnits: number
}

/** Adds to what fell on a partition. */
export function addTo(
  partitions: Map<string, PartitionUnits>,
  pk: string,
  { readUnits = 0, writeUnits = 0 }: Partial<PartitionUnits>,
): void {
  const before = partitions.get(pk)
  partitions.set(pk, {
    readUnits: (before?.readUnits ?? 0) + readUnits,
    writeUnits: (before?.writeUnits ?? 0) + writeUnits,
  })
}

export interface CountingTables {
  readonly tables: Tables
  /** What a piece of work spends. Work that runs beside it is counted too; outside of it nothing is counted. */
  spend<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly spent: Readonly<Spent> }>
}

/** As in `dynamoTables`: what is projected is not read strongly. */
const isEventual = (table: TableName): boolean => table === 'views'
/** Where DynamoDB ends a page of a query. */
const PAGE_BYTES = 1024 * 1024

/**
 * Counts what work on tables would cost in DynamoDB: requests, waves, units by its own rules, items and bytes. Put between a
 * record store and its tables in memory, it also cuts pages and batches where DynamoDB does.
 */
export function countingTables(inner: Tables): CountingTables {
  let spent: Spent | undefined
  let wave: Promise<void> | undefined

  /** A request takes a turn of the event loop; whatever is asked before that turn ends goes out in the same wave. */
  const trip = (into: Spent): Promise<void> => {
    into.trips += 1
    wave ??= new Promise((resolve) => {
      into.waves += 1
      setImmediate(() => {
        wave = undefined
        resolve()
      })
    })
    return wave
  }
  const noteRead = (into: Spent, pk: string, items: readonly Item[], units: number): void => {
    into.readUnits += units
    addTo(into.partitions, pk, { readUnits: units })
    into.items += items.length
    into.bytes += items.reduce((sum, item) => sum + dynamoBytes(item), 0)
  }

  const tables: Tables = {
    get: async (table, key) => {
      const into = spent
      if (into === undefined) return inner.get(table, key)
      await trip(into)
      const item = await inner.get(table, key)
      noteRead(
        into,
        key.pk,
        item === undefined ? [] : [item],
        readUnits(item === undefined ? 0 : dynamoBytes(item), isEventual(table)),
      )
      return item
    },

    getMany: async (table, keys) => {
      const into = spent
      if (into === undefined) return inner.getMany(table, keys)
      return inBatches(keys, async (batch) => {
        await trip(into)
        const found = await inner.getMany(table, batch)
        const there = new Map(found.map((item) => [`${item['pk']} ${item['sk']}`, item]))
        for (const { pk, sk } of batch) {
          const item = there.get(`${pk} ${sk}`)
          noteRead(
            into,
            pk,
            item === undefined ? [] : [item],
            readUnits(item === undefined ? 0 : dynamoBytes(item), isEventual(table)),
          )
        }
        return found
      })
    },

    query: async (table, pk, options = {}) => {
      const into = spent
      if (into === undefined) return inner.query(table, pk, options)
      await trip(into)
      const page = await inner.query(table, pk, options)
      const { items, bytes } = firstMegabyte(page.items)
      noteRead(into, pk, items, readUnits(bytes, isEventual(table)))
      const last = items.at(-1)?.[options.order ?? 'sk']
      const wasCut = items.length < page.items.length && typeof last === 'string'
      return wasCut ? { items, next: last } : page
    },

    range: async (pk, options) => {
      const into = spent
      if (into === undefined) return inner.range(pk, options)
      await trip(into)
      const items = await inner.range(pk, options)
      const bytes = items.reduce((sum, item) => sum + dynamoBytes(item), 0)
      noteRead(into, pk, items, readUnits(bytes, true))
      return items
    },

    putNew: async (item) => {
      const into = spent
      if (into === undefined) return inner.putNew(item)
      await trip(into)
      into.items += 1
      into.bytes += dynamoBytes(item)
      into.writeUnits += writeUnits(dynamoBytes(item))
      return inner.putNew(item)
    },

    transact: async (puts, counters) => {
      const into = spent
      if (into === undefined) return inner.transact(puts, counters)
      await trip(into)
      const sizes = await Promise.all(puts.map(async ({ item }) => sizeWithFormer(inner, 'records', item)))
      into.items += puts.length
      into.bytes += puts.reduce((sum, { item }) => sum + dynamoBytes(item), 0)
      into.facts += puts.filter(({ item }) => item.sk.startsWith(FACT_SK_PREFIX)).length
      for (const [at, { item }] of puts.entries()) {
        const units = transactUnits(sizes[at] ?? 0)
        into.writeUnits += units
        addTo(into.partitions, item.pk, { writeUnits: units })
      }
      // A counter that is only looked at within a transaction is charged as if it were written.
      const counted = (counters?.raise.length ?? 0) + (counters?.unchanged.length ?? 0)
      into.items += counted
      into.writeUnits += counted * transactUnits(0)
      return inner.transact(puts, counters)
    },
  }

  return {
    tables,
    spend: async (work) => {
      const own: Spent = {
        trips: 0,
        waves: 0,
        readUnits: 0,
        writeUnits: 0,
        items: 0,
        bytes: 0,
        facts: 0,
        partitions: new Map(),
      }
      if (spent !== undefined) throw new Error('one piece of work is counted at a time')
      spent = own
      try {
        return { value: await work(), spent: own }
      } finally {
        spent = undefined
      }
    },
  }
}

function firstMegabyte(items: readonly Item[]): { readonly items: readonly Item[]; readonly bytes: number } {
  let bytes = 0
  for (const [index, item] of items.entries()) {
    bytes += dynamoBytes(item)
    if (bytes >= PAGE_BYTES) return { items: items.slice(0, index + 1), bytes }
  }
  return { items, bytes }
}

async function sizeWithFormer(tables: Tables, table: TableName, item: Item & ItemKey): Promise<number> {
  const former = await tables.get(table, item)
  return Math.max(dynamoBytes(item), former === undefined ? 0 : dynamoBytes(former))
}
