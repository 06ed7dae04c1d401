import type { FactTypeOf } from '@anjie/contracts/facts/envelope'
import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'

/**
 * What a verb of the domain answers with: the record's next state and the one fact that leads to it. `details` are flat
 * texts for the timeline and the auditor, keyed by what they are.
 */
export interface Decision<State, FactType extends string> {
  readonly next: State
  readonly fact: { readonly type: FactType; readonly details: Readonly<Record<string, string>> }
}

/** A decision on one record of a kind. */
export type Step<K extends RecordKind> = Decision<RecordState<K>, FactTypeOf<K>>
