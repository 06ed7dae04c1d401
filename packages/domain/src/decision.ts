import type { FactType, FactTypeOf, NewFactOf } from '@anjie/contracts/facts/facts'
import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'

/** What a verb of the domain answers with: the record's next state and the one fact that leads to it. */
export interface Decision<State, T extends FactType> {
  readonly next: State
  readonly fact: NewFactOf<T>
}

/** A decision on one record of a kind. */
export type Step<K extends RecordKind> = Decision<RecordState<K>, FactTypeOf<K>>
