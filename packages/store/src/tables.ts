import { inParallel } from '@anjie/kernel'
import type { ListOrder } from '@anjie/projections/lists/listOrders'

/** The two tables that record stores work with. Own code and the twin in memory meet here and nowhere deeper. */
export type TableName = 'records' | 'views'

export type Item = Readonly<Record<string, string | number | Uint8Array>>

export interface ItemKey {
  readonly pk: string
  readonly sk: string
}

/** What must hold of the item that is there already; otherwise nothing of the transaction is written. */
export type PutCondition =
  | { readonly is: 'absent' }
  /** A record's state at this version. */
  | { readonly is: 'at-version'; readonly version: number }
  /** Absent, or past its `expiresAt` (seconds) although not removed yet. */
  | { readonly is: 'absent-or-expired'; readonly nowSeconds: number }

export interface ConditionalPut {
  readonly item: Item & ItemKey
  readonly condition: PutCondition
}

/** Numbers that only grow, beside the items of a transaction. Whoever raises one waits for nobody. */
export interface Counters {
  /** One more, whatever it stands at. */
  readonly raise: readonly ItemKey[]
  /** These must still stand there; one that was never raised stands at 0. */
  readonly unchanged: readonly { readonly key: ItemKey; readonly times: number }[]
}

/** `refused`: a condition did not hold. `busy`: others wrote the same items all the time, or the table is throttled. */
export type TransactOutcome = 'written' | 'refused' | 'busy'

export interface QueryOptions {
  /**
   * Of the views table: in another order than that of the sort keys. What is said of sort keys is then said of the keys in that order.
   */
  readonly order?: ListOrder
  readonly skPrefix?: string
  /** Continue after this sort key. */
  readonly after?: string
  readonly limit?: number
  readonly newestFirst?: boolean
}

export interface RangeOptions {
  /** By the keys of this order instead of `openKey`. */
  readonly order?: ListOrder
  readonly from: string
  readonly to: string
  readonly limit: number
  readonly newestFirst?: boolean
}

export interface QueryPage {
  readonly items: readonly Item[]
  /** The last sort key of this page, when there may be more. */
  readonly next?: string
}

export interface Tables {
  /** Of the records it always reads what was written last; of the views, which lag anyway, what was there a moment ago. */
  get(table: TableName, key: ItemKey): Promise<Item | undefined>
  /** As `get`, for at most any number of keys; absent ones are left out, order is not kept. */
  getMany(table: TableName, keys: readonly ItemKey[]): Promise<readonly Item[]>
  query(table: TableName, pk: string, options?: QueryOptions): Promise<QueryPage>
  /**
   * Items of one partition of the views table that have an `openKey` (or a key in the given order), by it, from one key up to another. It may be a moment behind.
   * Items without one are not looked at, however many there are.
   */
  range(pk: string, options: RangeOptions): Promise<readonly Item[]>
  /** Writes one item of the records table by itself, where nothing is yet. `there`: something is. */
  putNew(item: Item & ItemKey): Promise<'written' | 'there' | 'busy'>
  /** Writes all items of the records table or none. */
  transact(puts: readonly ConditionalPut[], counters?: Counters): Promise<TransactOutcome>
}

/** The local index of the views table by `openKey`; items without one are not in it. */
export const OPEN_INDEX = 'open'
export const OPEN_KEY = 'openKey'

/** What one BatchGetItem takes. */
const KEYS_IN_BATCH = 100
/** A province's three thousand forms come in four rounds. */
const BATCHES_AT_ONCE = 8

/** Gets many items batch by batch, some batches at once. */
export async function inBatches(
  keys: readonly ItemKey[],
  get: (batch: readonly ItemKey[]) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  const batches: (readonly ItemKey[])[] = []
  for (let from = 0; from < keys.length; from += KEYS_IN_BATCH) batches.push(keys.slice(from, from + KEYS_IN_BATCH))
  return (await inParallel(batches, BATCHES_AT_ONCE, get)).flat()
}
