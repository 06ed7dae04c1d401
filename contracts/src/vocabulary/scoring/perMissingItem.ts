import { z } from 'zod'
import { Condition, PositiveText, SchemeCode } from './ruleParts.ts'

/** 缺项扣分 (F2): points off for each required thing that is missing; the item never goes below zero.
 * Either one item counts how many of the expected number exist, or a list of conditions each names its own deduction. */
export const PerMissingItem = z.object({
  method: z.literal('per_missing_item'),
  required: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('count'), item: SchemeCode, expected: PositiveText, pointsEach: PositiveText }),
    z.object({
      kind: z.literal('list'),
      conditions: z
        .array(Condition.extend({ deduct: PositiveText }))
        .min(1)
        .max(30),
    }),
  ]),
})
export type PerMissingItem = z.infer<typeof PerMissingItem>
