import { z } from 'zod'
import { Better, Peers, Scale, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 百分位: (number of peers strictly worse) ÷ (peers with a figure − 1). */
export const PercentileRank = z.object({
  method: z.literal('percentile_rank'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  scale: Scale.optional(),
  /** Also for a single peer with a figure. */
  whenConstant: WhenConstant,
})
export type PercentileRank = z.infer<typeof PercentileRank>
