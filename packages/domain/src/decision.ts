/**
 * What a verb of the domain answers with: the record's next state and the one fact that leads to it. `details` are flat
 * texts for the timeline and the auditor, keyed by what they are.
 */
export interface Decision<State, FactType extends string> {
  readonly next: State
  readonly fact: { readonly type: FactType; readonly details: Readonly<Record<string, string>> }
}
