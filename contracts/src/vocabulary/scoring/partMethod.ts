import { z } from 'zod'
import { AllOrNothing } from './allOrNothing.ts'
import { Banded } from './banded.ts'
import { ChildRankSpillover } from './childRankSpillover.ts'
import { CorrectedComposite } from './correctedComposite.ts'
import { DistanceToMax } from './distanceToMax.ts'
import { DistanceToReference } from './distanceToReference.ts'
import { DistanceToTarget } from './distanceToTarget.ts'
import { Efficacy } from './efficacy.ts'
import { EfficacyGrades } from './efficacyGrades.ts'
import { FixedDeduct } from './fixedDeduct.ts'
import { Formula } from './formula.ts'
import { Goalposts } from './goalposts.ts'
import { Judged } from './judged.ts'
import { MinMax } from './minMax.ts'
import { MovingAverage } from './movingAverage.ts'
import { PassThrough } from './passThrough.ts'
import { PercentileRank } from './percentileRank.ts'
import { PerEventBonus } from './perEventBonus.ts'
import { PerEventDeduct } from './perEventDeduct.ts'
import { PerMissingItem } from './perMissingItem.ts'
import { RankMovement } from './rankMovement.ts'
import { RankPoints } from './rankPoints.ts'
import { RankStep } from './rankStep.ts'
import { RatioPerPopulation } from './ratioPerPopulation.ts'
import { RatioToBest } from './ratioToBest.ts'
import { RelativeToAverage } from './relativeToAverage.ts'
import { ShortfallSlope } from './shortfallSlope.ts'
import { ShortfallVsReference } from './shortfallVsReference.ts'
import { SurveyConvert } from './surveyConvert.ts'
import { WeightedIndex } from './weightedIndex.ts'
import { ZScore } from './zScore.ts'

/** Every scoring method that may also stand as a part of a composite item. */
export const PartMethod = z.discriminatedUnion('method', [
  AllOrNothing,
  Banded,
  ChildRankSpillover,
  CorrectedComposite,
  DistanceToMax,
  DistanceToReference,
  DistanceToTarget,
  Efficacy,
  EfficacyGrades,
  FixedDeduct,
  Formula,
  Goalposts,
  Judged,
  MinMax,
  MovingAverage,
  PassThrough,
  PerEventBonus,
  PerEventDeduct,
  PerMissingItem,
  PercentileRank,
  RankMovement,
  RankPoints,
  RankStep,
  RatioPerPopulation,
  RatioToBest,
  RelativeToAverage,
  ShortfallSlope,
  ShortfallVsReference,
  SurveyConvert,
  WeightedIndex,
  ZScore,
])
export type PartMethod = z.infer<typeof PartMethod>
