import { z } from 'zod'
import { PositiveText, SchemeCode } from './ruleParts.ts'

/** 位次升降 (F17): dropping or rising by so many places since the previous table costs or earns points; the largest step reached counts alone. */
export const RankMovement = z.object({
  method: z.literal('rank_movement'),
  /** Item that holds this cycle's rank in the higher level's table. */
  currentRank: SchemeCode,
  /** Item that holds the rank before; without it the previous published table of this scheme is asked. */
  previousRank: SchemeCode.optional(),
  steps: z
    .array(z.object({ direction: z.enum(['drop', 'rise']), atLeast: PositiveText, points: PositiveText }))
    .min(1)
    .max(12),
})
export type RankMovement = z.infer<typeof RankMovement>
