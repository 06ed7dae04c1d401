import { Fact, type FactOf } from '@anjie/contracts/facts/envelope'
import { RECORD_KINDS, type RecordKind } from '@anjie/contracts/vocabulary/records'

/** A fact of any kind; testing `kind` tells the type of `after`. */
export type AnyFact = { [K in RecordKind]: FactOf<K> }[RecordKind]

const isKnownKind = (kind: unknown): kind is RecordKind => typeof kind === 'string' && Object.hasOwn(RECORD_KINDS, kind)

/**
 * Checks a stored fact and the state that it carries. `undefined`: a kind of record that this version does not know yet,
 * which is skipped. Throws when a known kind does not have its shape; such a fact is parked and the rest goes on.
 */
export function readFact(stored: unknown): AnyFact | undefined {
  const kind = typeof stored === 'object' && stored !== null && 'kind' in stored ? stored.kind : undefined
  if (kind !== undefined && !isKnownKind(kind)) return undefined
  const fact = Fact.parse(stored)
  // The schema is looked up by the very kind that tells the type of the state.
  return { ...fact, after: RECORD_KINDS[fact.kind].state.parse(fact.after) } as AnyFact
}
