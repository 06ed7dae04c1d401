import type { Fact } from '@anjie/contracts/facts/envelope'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import { RECORD_KINDS, type RecordKind, type RecordState } from '@anjie/contracts/vocabulary/records'

/** A fact as projections see it: what happened to which record, and the record's state before (`null`: none) and after. */
export type FactOf<K extends RecordKind> = Omit<Fact, 'kind' | 'type'> & {
  readonly kind: K
  readonly type: FactTypeOf<K>
  readonly before: RecordState<K> | null
  readonly after: RecordState<K>
}

/** A fact of any kind; testing `kind` tells the type of the states. */
export type AnyFact = { [K in RecordKind]: FactOf<K> }[RecordKind]

/** A fact with the states around it, which are not checked yet. */
export interface UnreadFact {
  readonly fact: Fact
  /** `undefined`: there was none. */
  readonly before: unknown
  readonly after: unknown
}

/** Checks the states around a fact. Throws when one does not have its kind's shape; such a fact is parked and the rest goes on. */
export function readFact({ fact, before, after }: UnreadFact): AnyFact {
  const { state } = RECORD_KINDS[fact.kind]
  // The schema is looked up by the very kind that tells the type of the states.
  return { ...fact, before: before === undefined ? null : state.parse(before), after: state.parse(after) } as AnyFact
}
