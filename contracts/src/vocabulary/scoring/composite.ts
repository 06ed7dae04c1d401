import { z } from 'zod'
import { line } from '../text.ts'
import { PartMethod } from './partMethod.ts'
import { DeductionLimit, PositiveText, SchemeCode } from './ruleParts.ts'

/**
 * 综合计分: several rules in one item. Each part scores on its own points; what a part loses, or earns beyond them,
 * changes the item's points. Parts are kept in one item because the source text shares one limit (扣完为止) among them.
 */
export const Composite = z.object({
  method: z.literal('composite'),
  parts: z
    .array(
      z.object({
        code: SchemeCode,
        name: line({ min: 1, max: 80 }),
        /** Points of the part, included in the item's; without it the part only deducts or adds. */
        points: PositiveText.optional(),
        scoring: PartMethod,
      }),
    )
    .min(1)
    .max(20),
  limit: DeductionLimit,
})
export type Composite = z.infer<typeof Composite>
