import type { WeightNoise } from './index.ts'

/** How the weights are shaken for the interval beside a rank: always the same draws, so that a rerun prints the same interval. */
export const RANK_NOISE: WeightNoise = { draws: 500, seed: 20260101, spread: 0.25 }

/** Printed under the table. */
export const RANK_NOISE_NOTE =
  '位次区间：各指标权重在上下25%内独立浮动，模拟500次，取5%至95%分位；只供参考，不影响名次。'
