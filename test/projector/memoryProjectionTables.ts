import type { ProjectionTables, StoredKey, StoredRow } from '@anjie/function-projector/projectionTables'
import { compareOrders, keyOf, type Write } from '@anjie/projections/write'

export interface MemoryProjectionTables extends ProjectionTables {
  /** What is stored, by key, in the order of keys: for comparing two tables as wholes. */
  contents(): Record<string, unknown>
  /** As `publicRows`, without waiting. */
  publicNow(pk: string): readonly StoredRow[]
  /** Attributes of one item; undefined when it is not there. */
  find(table: Write['table'], pk: string, sk: string): Readonly<Record<string, unknown>> | null | undefined
}

/** The projected tables in memory, with the conditions of the real ones. */
export function memoryProjectionTables(): MemoryProjectionTables {
  const items = new Map<string, Write>()
  const put = (write: Write, allowed: (stored: Write) => boolean): Promise<boolean> => {
    const stored = items.get(keyOf(write))
    if (stored !== undefined && !allowed(stored)) return Promise.resolve(false)
    items.set(keyOf(write), write)
    return Promise.resolve(true)
  }
  const publicNow = (pk: string): StoredRow[] =>
    [...items.values()]
      .filter((item) => item.table === 'public' && item.pk === pk)
      .sort((one, other) => (one.sk < other.sk ? -1 : 1))
      .map(({ sk, order, content }) => ({
        pk,
        sk,
        order,
        ...(content !== null && 'body' in content ? { body: content.body } : {}),
      }))
  return {
    apply: (write) => put(write, (stored) => compareOrders(stored.order, write.order) < 0),
    overwrite: (write) => put(write, (stored) => compareOrders(stored.order, write.order) <= 0),
    replace: (write, seen) => {
      if (items.get(keyOf(write))?.order !== seen) return Promise.resolve(false)
      items.set(keyOf(write), write)
      return Promise.resolve(true)
    },
    store: (write) => {
      items.set(keyOf(write), write)
      return Promise.resolve(true)
    },
    publicRows: async (pk, skPrefix) => publicNow(pk).filter(({ sk }) => sk.startsWith(skPrefix)),
    publicNow,
    async *inventory(table) {
      for (const { pk, sk, order, table: where } of [...items.values()]) {
        if (where === table) yield { table, pk, sk, order } satisfies StoredKey
      }
    },
    remove: (key) => {
      const there = items.get(keyOf(key))?.order === key.order
      if (there) items.delete(keyOf(key))
      return Promise.resolve(there)
    },
    contents: () =>
      Object.fromEntries(
        [...items]
          // Sheets are made of these rows and say how often that was done: they are compared by what they list.
          .filter(([, { pk }]) => !pk.startsWith('SHEET'))
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([key, { order, content }]) => [key, { order, content }]),
      ),
    find: (table, pk, sk) => {
      const found = items.get(keyOf({ table, pk, sk }))
      return found === undefined ? undefined : found.content
    },
  }
}
