import type { FactDetails, FactTypeOf } from '@anjie/contracts/facts/envelope'
import type { Batch } from '@anjie/contracts/vocabulary/honours'

/** A list's next state and the fact that says why. */
export interface BatchStep {
  readonly next: Batch
  readonly fact: { readonly type: FactTypeOf<'batch'>; readonly details: FactDetails }
}
