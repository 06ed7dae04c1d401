import { z } from 'zod'
import { Better, Peers, PositiveText, SchemeCode } from './ruleParts.ts'

/** 按排名赋分 (F10, F11): first place earns the full points, each place below loses a fixed number or a percentage of them, never below zero. */
export const RankStep = z.object({
  method: z.literal('rank_step'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  /** `value`: ranks are formed here among the peers. `rank`: the item already holds the rank. */
  given: z.enum(['value', 'rank']),
  step: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), percent: PositiveText }),
    z.object({ kind: z.literal('points'), points: PositiveText }),
  ]),
  /** `each-period`: points of each month or quarter in the cycle, then their mean (月排名年平均). */
  periods: z.enum(['cycle', 'each-period']),
})
export type RankStep = z.infer<typeof RankStep>
