import { z } from 'zod'
import { Band, DeductionLimit, Reference, SchemeCode, WhenZero } from './ruleParts.ts'

/** 与均值比较 (F9): the difference between own figure and a reference falls into a band that deducts or awards points. */
export const RelativeToAverage = z.object({
  method: z.literal('relative_to_average'),
  item: SchemeCode,
  reference: Reference,
  /** Own − reference in units of the item, or as a percentage of the reference. */
  difference: z.enum(['units', 'percent']),
  effect: z.enum(['deduct', 'award']),
  bands: z.array(Band).min(1).max(20),
  limit: DeductionLimit,
  /** With `percent`, for who has 0 where the reference is 0; without it, as for every zero reference, no score. */
  whenZero: WhenZero.optional(),
})
export type RelativeToAverage = z.infer<typeof RelativeToAverage>
