import { AnyStoredFact, type FactDetails, type StoredFact } from '@anjie/contracts/facts/envelope'
import { FACTS, type FactType } from '@anjie/contracts/facts/facts'
import type { Actor } from '@anjie/contracts/vocabulary/access/people'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { changeBetween } from './change.ts'
import { digest } from './digest.ts'
import { factSk } from './keys.ts'
import { pack, unpack } from './packed.ts'
import type { Item, ItemKey } from './tables.ts'

export interface NewFact {
  readonly kind: RecordKind
  readonly recordId: string
  readonly version: number
  readonly type: FactType
  readonly details: unknown
  /** The record's state before and after, as JSON; `undefined` when the fact is its first. */
  readonly before: unknown
  readonly after: unknown
  readonly at: string
  readonly actor: Actor
  readonly correlationId: string
  /** Hash of the record's fact before this one; empty for the first. */
  readonly previousHash: string
}

/** The hash of a fact: over everything in it except the hash itself. */
export const factHash = ({ hash: _hash, ...rest }: Partial<AnyStoredFact>): string => digest(rest)

/** Completes a fact with its id, its change and its link in the record's chain. Details that are not its type's throw. */
export function chainFact({ before, after, details, ...given }: NewFact): StoredFact {
  const fact = {
    id: `${given.recordId}@${given.version}`,
    schemaVersion: 2 as const,
    ...given,
    details: FACTS[given.type].details.parse(details) as FactDetails,
    change: changeBetween(before, after),
    stateHash: digest(after),
  }
  return { ...fact, hash: factHash(fact) }
}

/** The item of the records table that holds a fact. */
export const factItem = (pk: string, fact: AnyStoredFact): Item & ItemKey => ({
  pk,
  sk: factSk(fact.version),
  type: fact.type,
  version: fact.version,
  fact: pack(fact),
})

/** The fact in an item of the records table; throws when there is none. */
export const storedFactOf = (item: Readonly<Record<string, unknown>>): AnyStoredFact =>
  AnyStoredFact.parse(unpack(item['fact']))
