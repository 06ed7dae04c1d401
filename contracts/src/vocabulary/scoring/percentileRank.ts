import { z } from 'zod'
import { Better, Peers, Scale, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 百分位: (number of peers strictly worse) ÷ (peers with a figure − 1). */
export const PercentileRank = z.object({
  method: z.literal('percentile_rank'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  /** Peers with the same figure: none of them counts as passed (without the setting), half of them, or all. */
  equal: z.enum(['not-passed', 'half', 'passed']).optional(),
  scale: Scale.optional(),
  /** Also for a single peer with a figure. */
  whenConstant: WhenConstant,
})
export type PercentileRank = z.infer<typeof PercentileRank>
