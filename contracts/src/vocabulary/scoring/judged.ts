import { z } from 'zod'
import { PositiveText, SchemeCode } from './ruleParts.ts'

/** 评委打分 (酌情给分): mean or median of the scorers' marks after dropping some of the highest and lowest, converted from their full mark to the node's points. */
export const Judged = z.object({
  method: z.literal('judged'),
  scorers: z.array(SchemeCode).min(1).max(50),
  take: z.enum(['mean', 'median']),
  dropHighest: z.int().min(0).max(10),
  dropLowest: z.int().min(0).max(10),
  /** Fewer marks than this leave the item without a score. */
  atLeast: z.int().min(1).max(50),
  /** Full mark of the score sheet; without it, marks are points already. */
  fullMark: PositiveText.optional(),
})
export type Judged = z.infer<typeof Judged>
