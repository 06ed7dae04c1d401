import { Fact, type FactDetails, type FactType } from '@anjie/contracts/facts/envelope'
import type { Actor } from '@anjie/contracts/vocabulary/access/people'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import { digest } from './digest.ts'
import { factSk } from './keys.ts'
import { pack, unpack } from './packed.ts'
import type { Item, ItemKey } from './tables.ts'

export interface NewFact {
  readonly kind: RecordKind
  readonly recordId: string
  readonly version: number
  readonly type: FactType
  readonly details: FactDetails
  readonly after: unknown
  readonly at: string
  readonly actor: Actor
  readonly correlationId: string
  /** Hash of the record's fact before this one; empty for the first. */
  readonly previousHash: string
}

/** The hash of a fact: over everything in it except the hash itself. */
export const factHash = ({ hash: _hash, ...rest }: Omit<Fact, 'hash'> & { hash?: string }): string => digest(rest)

/** Completes a fact with its id and its link in the record's chain. */
export function chainFact(given: NewFact): Fact {
  const fact = { id: `${given.recordId}@${given.version}`, schemaVersion: 1 as const, ...given }
  return { ...fact, hash: factHash(fact) }
}

/** The item of the records table that holds a fact. */
export const factItem = (pk: string, fact: Fact): Item & ItemKey => ({
  pk,
  sk: factSk(fact.version),
  type: fact.type,
  version: fact.version,
  fact: pack(fact),
})

/** The fact in an item of the records table or in a stream record's new image; throws when there is none. */
export const factOfItem = (item: Readonly<Record<string, unknown>>): Fact => Fact.parse(unpack(item['fact']))

/**
 * Checks a record's facts from the first to the last: each version once, each hash right and linked to the one before.
 * Returns the version at which the chain is broken, or undefined.
 */
export function brokenLink(facts: readonly Fact[]): number | undefined {
  let previousHash = ''
  for (const [index, fact] of facts.entries()) {
    if (fact.version !== index + 1 || fact.previousHash !== previousHash || factHash(fact) !== fact.hash)
      return index + 1
    previousHash = fact.hash
  }
  return undefined
}
