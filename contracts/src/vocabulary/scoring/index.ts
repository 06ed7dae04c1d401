import { z } from 'zod'
import { Composite } from './composite.ts'
import { PartMethod } from './partMethod.ts'

export * from './allOrNothing.ts'
export * from './banded.ts'
export * from './childRankSpillover.ts'
export * from './composite.ts'
export * from './correctedComposite.ts'
export * from './distanceToMax.ts'
export * from './distanceToReference.ts'
export * from './distanceToTarget.ts'
export * from './efficacy.ts'
export * from './efficacyGrades.ts'
export * from './fixedDeduct.ts'
export * from './formula.ts'
export * from './formulaLimits.ts'
export * from './goalposts.ts'
export * from './judged.ts'
export * from './minMax.ts'
export * from './movingAverage.ts'
export * from './partMethod.ts'
export * from './passThrough.ts'
export * from './percentileRank.ts'
export * from './perEventBonus.ts'
export * from './perEventDeduct.ts'
export * from './perMissingItem.ts'
export * from './rankMovement.ts'
export * from './rankPoints.ts'
export * from './rankStep.ts'
export * from './ratioPerPopulation.ts'
export * from './ratioToBest.ts'
export * from './relativeToAverage.ts'
export * from './ruleParts.ts'
export * from './scoreRun.ts'
export * from './shortfallSlope.ts'
export * from './shortfallVsReference.ts'
export * from './surveyConvert.ts'
export * from './weightedIndex.ts'
export * from './zScore.ts'

/** 计分方法: how one indicator turns figures into points. The word list for scheme files, editors and the scoring registry. */
export const ScoringMethod = z.discriminatedUnion('method', [...PartMethod.options, Composite])
export type ScoringMethod = z.infer<typeof ScoringMethod>
export type ScoringMethodCode = ScoringMethod['method']

/** Parameters of one method by its code. */
export type MethodParameters<C extends ScoringMethodCode> = Extract<ScoringMethod, { method: C }>

export const SCORING_METHOD_CODES = [
  'all_or_nothing',
  'banded',
  'child_rank_spillover',
  'composite',
  'corrected_composite',
  'distance_to_max',
  'distance_to_reference',
  'distance_to_target',
  'efficacy',
  'efficacy_grades',
  'fixed_deduct',
  'formula',
  'goalposts',
  'judged',
  'min_max',
  'moving_average',
  'pass_through',
  'per_event_bonus',
  'per_event_deduct',
  'per_missing_item',
  'percentile_rank',
  'rank_movement',
  'rank_points',
  'rank_step',
  'ratio_per_population',
  'ratio_to_best',
  'relative_to_average',
  'shortfall_slope',
  'shortfall_vs_reference',
  'survey_convert',
  'weighted_index',
  'z_score',
] as const satisfies readonly ScoringMethodCode[]
