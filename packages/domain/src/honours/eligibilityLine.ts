import type { ProblemCode } from '@anjie/contracts/vocabulary/problems'

/** One condition of applying, answered and explained. */
export interface EligibilityLine {
  readonly name: string
  readonly met: boolean
  readonly reason: string
  /** How a refusal for this line is called. */
  readonly problem: ProblemCode
}
