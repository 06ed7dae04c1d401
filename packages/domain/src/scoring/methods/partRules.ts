import type { PartMethod } from '@anjie/contracts/vocabulary/scoring/partMethod'
import type { ScoringRule } from '../method.ts'
import { allOrNothing } from './allOrNothing.ts'
import { banded } from './banded.ts'
import { childRankSpillover } from './childRankSpillover.ts'
import { correctedComposite } from './correctedComposite.ts'
import { distanceToMax } from './distanceToMax.ts'
import { distanceToReference } from './distanceToReference.ts'
import { distanceToTarget } from './distanceToTarget.ts'
import { efficacy } from './efficacy.ts'
import { efficacyGrades } from './efficacyGrades.ts'
import { fixedDeduct } from './fixedDeduct.ts'
import { formula } from './formula.ts'
import { goalposts } from './goalposts.ts'
import { judged } from './judged.ts'
import { minMax } from './minMax.ts'
import { movingAverage } from './movingAverage.ts'
import { passThrough } from './passThrough.ts'
import { percentileRank } from './percentileRank.ts'
import { perEventBonus } from './perEventBonus.ts'
import { perEventDeduct } from './perEventDeduct.ts'
import { perMissingItem } from './perMissingItem.ts'
import { rankMovement } from './rankMovement.ts'
import { rankPoints } from './rankPoints.ts'
import { rankStep } from './rankStep.ts'
import { ratioPerPopulation } from './ratioPerPopulation.ts'
import { ratioToBest } from './ratioToBest.ts'
import { relativeToAverage } from './relativeToAverage.ts'
import { shortfallSlope } from './shortfallSlope.ts'
import { shortfallVsReference } from './shortfallVsReference.ts'
import { surveyConvert } from './surveyConvert.ts'
import { weightedIndex } from './weightedIndex.ts'
import { zScore } from './zScore.ts'

/** Every rule but the composite, which is made of these. A method without its rule, or a rule without its method, does not compile. */
export const partRules = {
  all_or_nothing: allOrNothing,
  banded: banded,
  child_rank_spillover: childRankSpillover,
  corrected_composite: correctedComposite,
  distance_to_max: distanceToMax,
  distance_to_reference: distanceToReference,
  distance_to_target: distanceToTarget,
  efficacy: efficacy,
  efficacy_grades: efficacyGrades,
  fixed_deduct: fixedDeduct,
  formula: formula,
  goalposts: goalposts,
  judged: judged,
  min_max: minMax,
  moving_average: movingAverage,
  pass_through: passThrough,
  per_event_bonus: perEventBonus,
  per_event_deduct: perEventDeduct,
  per_missing_item: perMissingItem,
  percentile_rank: percentileRank,
  rank_movement: rankMovement,
  rank_points: rankPoints,
  rank_step: rankStep,
  ratio_per_population: ratioPerPopulation,
  ratio_to_best: ratioToBest,
  relative_to_average: relativeToAverage,
  shortfall_slope: shortfallSlope,
  shortfall_vs_reference: shortfallVsReference,
  survey_convert: surveyConvert,
  weighted_index: weightedIndex,
  z_score: zScore,
} satisfies { [C in PartMethod['method']]: ScoringRule<C> }

/** The rule of a part's method, ready for that method's own parameters. */
export function partRuleOf(method: PartMethod): ScoringRule<PartMethod['method']> {
  // The registry pairs each code with the rule for exactly its parameters; TypeScript cannot follow that through the lookup.
  return partRules[method.method] as ScoringRule<PartMethod['method']>
}
