import type { ProjectionTables, StoredRow } from '@anjie/function-projector/projectionTables'
import { TITLE_TALLY } from '@anjie/projections/viewKeys'
import { compareOrders, keyOf, type Write } from '@anjie/projections/write'

export interface MemoryProjectionTables extends ProjectionTables {
  /** What is stored, by key, in the order of keys: for comparing two tables as wholes. */
  contents(): Record<string, unknown>
  /** As `publicRows`, without waiting. */
  publicNow(pk: string): readonly StoredRow[]
  /** Attributes of one item; undefined when it is not there. */
  find(table: Write['table'], pk: string, sk: string): Readonly<Record<string, unknown>> | null | undefined
}

interface StoredWrite extends Write {
  readonly made: string
  readonly refusedIn?: string
}

/** Long before any rebuild of a test. */
const MADE = '2026-01-01T00:00:00.000Z'
/** Few, so that a sweep has pieces. */
const SCANNED_AT_ONCE = 7

/** The projected tables in memory, with the conditions of the real ones. */
export function memoryProjectionTables(now: () => string = () => MADE): MemoryProjectionTables {
  const items = new Map<string, StoredWrite>()
  const put = (write: Write, allowed: (stored: Write) => boolean, made = now()): Promise<boolean> => {
    const stored = items.get(keyOf(write))
    if (stored !== undefined && !allowed(stored)) return Promise.resolve(false)
    items.set(keyOf(write), { ...write, made })
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
    overwrite: async (write, start) => {
      if (await put(write, (stored) => compareOrders(stored.order, write.order) <= 0, start)) return true
      const stored = items.get(keyOf(write))
      if (stored !== undefined && stored.made < start) items.set(keyOf(write), { ...stored, refusedIn: start })
      return false
    },
    madeBefore: async (table, instant, after) => {
      const keys = [...items.entries()]
        .filter(([, item]) => item.table === table)
        .map(([key]) => key)
        .sort()
      const rest = after === undefined ? keys : keys.filter((key) => key > keyOf({ table, ...after }))
      const page = rest.slice(0, SCANNED_AT_ONCE).flatMap((key) => items.get(key) ?? [])
      const last = rest.length > SCANNED_AT_ONCE ? page.at(-1) : undefined
      return {
        items: page
          .filter(({ made }) => made < instant)
          .map(({ pk, sk, order, refusedIn }) => ({ table, pk, sk, order, refusedIn })),
        next: last === undefined ? undefined : { pk: last.pk, sk: last.sk },
      }
    },
    replace: (write, seen) => {
      if (items.get(keyOf(write))?.order !== seen) return Promise.resolve(false)
      items.set(keyOf(write), { ...write, made: now() })
      return Promise.resolve(true)
    },
    store: (write) => {
      items.set(keyOf(write), { ...write, made: now() })
      return Promise.resolve(true)
    },
    publicRows: async (pk, skPrefix) => publicNow(pk).filter(({ sk }) => sk.startsWith(skPrefix)),
    publicNow,
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
          // What is counted with a sheet is compared as well, but for how often that was done.
          .map(([key, { pk, order, content }]) => [
            key,
            pk.endsWith(`#${TITLE_TALLY}`) ? { content } : { order, content },
          ]),
      ),
    find: (table, pk, sk) => {
      const found = items.get(keyOf({ table, pk, sk }))
      return found === undefined ? undefined : found.content
    },
  }
}
