import { factOf } from '@anjie/contracts/facts/readFact'
import { RECORD_KINDS } from '@anjie/contracts/vocabulary/records'
import type { UnreadFact } from '@anjie/projections/readFact'
import { storedFactOf } from './factItem.ts'
import { recordOfPk, STATE_SK } from './keys.ts'
import { pack, unpack } from './packed.ts'
import type { Item, ItemKey } from './tables.ts'

/** The item that holds a record's state. Projections follow the stream of these items, in which the state before comes along. */
export const stateItem = (
  pk: string,
  newest: { readonly version: number; readonly at: string; readonly hash: string },
  state: unknown,
): Item & ItemKey => ({
  pk,
  sk: STATE_SK,
  version: newest.version,
  headHash: newest.hash,
  updatedAt: newest.at,
  state: pack(state),
})

type Image = Readonly<Record<string, unknown>>

/** Is it the item of a record's state? */
export const isStateItem = (item: Image): item is Image & { readonly pk: string; readonly version: number } =>
  item['sk'] === STATE_SK && typeof item['pk'] === 'string' && typeof item['version'] === 'number'

/** Does this version know the kind of record that the item belongs to? */
export function isOfKnownKind({ pk }: { readonly pk: string }): boolean {
  const record = recordOfPk(pk)
  return record !== undefined && Object.hasOwn(RECORD_KINDS, record.kind)
}

/** The newest fact of a record with the states around it: from its state's item, the one before, and the fact's own item. */
export const factAround = (item: Image, former: Image | undefined, factItem: Image): UnreadFact => ({
  fact: factOf(storedFactOf(factItem)),
  before: former === undefined ? undefined : unpack(former['state']),
  after: unpack(item['state']),
})
