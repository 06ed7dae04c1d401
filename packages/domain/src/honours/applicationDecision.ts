import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'

/** A decision on one application, with what it entails for the records around it; all of it is committed at once or not at all. */
export interface ApplicationDecision {
  readonly application: Step<'application'>
  /** Places of the city: one counted on acceptance, one given back when the acceptance falls. */
  readonly quota?: Step<'quota'>
  /** The unit's slot in the round, taken by a draft and given free by a rejection. */
  readonly slot?: Step<'application-slot'>
  /** The list that the application joins or leaves. */
  readonly batch?: Step<'batch'>
}

export type Decided = Result<ApplicationDecision, Problem>
