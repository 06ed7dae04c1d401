import { z } from 'zod'
import { EventRate, PositiveText, SchemeCode } from './ruleParts.ts'

/** 加权指数 (F15): a weighted mean of part indices less counted deductions (Huizhou: crime 60, fire 20, traffic 20, deaths off). Never below zero. */
export const WeightedIndex = z.object({
  method: z.literal('weighted_index'),
  parts: z
    .array(z.object({ item: SchemeCode, weight: PositiveText }))
    .min(1)
    .max(20),
  /** The mark at which a part index is full. */
  fullMark: PositiveText,
  deductions: z.array(EventRate).max(10),
})
export type WeightedIndex = z.infer<typeof WeightedIndex>
