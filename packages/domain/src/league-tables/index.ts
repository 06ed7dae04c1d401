export { countBottomChildren, type RankedTable } from './countBottomChildren.ts'
export { effectiveWeights } from './effectiveWeights.ts'
export type { WeightFactors } from './quickScores.ts'
export { type RankInterval, rankIntervals, type WeightNoise } from './rankIntervals.ts'
export { rollUpValues } from './rollUpValues.ts'
export { seededNumbers } from './seededNumbers.ts'
export {
  openWhatIf,
  type WhatIf,
  type WhatIfRow,
  type WhatIfScores,
  type WhatIfTable,
} from './whatIf.ts'
export { type EarlierTable, withStreaks } from './withStreaks.ts'
