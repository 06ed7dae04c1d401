import type { ScoringMethod, ScoringMethodCode } from '@anjie/contracts/vocabulary/scoring/index'
import type { ScoringRule } from '../method.ts'
import { composite } from './composite.ts'
import { partRules } from './partRules.ts'

/** All scoring methods by their code: the one list that scoring, clauses, editors and checks go by. */
export const scoringRules = { ...partRules, composite } satisfies { [C in ScoringMethodCode]: ScoringRule<C> }

/** The rule of a method, ready for that method's own parameters. */
export function ruleOf(method: ScoringMethod): ScoringRule {
  // The registry pairs each code with the rule for exactly its parameters; TypeScript cannot follow that through the lookup.
  return scoringRules[method.method] as ScoringRule
}
