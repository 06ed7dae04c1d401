import { z } from 'zod'
import { PositiveText, SchemeCode } from './ruleParts.ts'

/** 定额扣分: a fixed number of points is taken once if the item counts one event or more (Wenzhou 2017: a provincial veto event costs 30). */
export const FixedDeduct = z.object({
  method: z.literal('fixed_deduct'),
  item: SchemeCode,
  points: PositiveText,
})
export type FixedDeduct = z.infer<typeof FixedDeduct>
