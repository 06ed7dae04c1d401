import { z } from 'zod'
import { DeductionLimit, PositiveText, SchemeCode } from './ruleParts.ts'

/** 下级末位连带 (F20): each time a lower unit is among the last places, its parent loses points.
 * The items hold the counts; the league-table room counts them from the lower level's tables. */
export const ChildRankSpillover = z.object({
  method: z.literal('child_rank_spillover'),
  tiers: z
    .array(
      z.object({
        item: SchemeCode,
        each: z.enum(['month', 'quarter', 'half-year', 'year']),
        bottom: z.int().min(1).max(20),
        pointsEach: PositiveText,
      }),
    )
    .min(1)
    .max(4),
  limit: DeductionLimit,
})
export type ChildRankSpillover = z.infer<typeof ChildRankSpillover>
