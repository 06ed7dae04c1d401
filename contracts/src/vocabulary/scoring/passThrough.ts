import { z } from 'zod'
import { DeductionLimit, EventRate, PositiveText, SchemeCode } from './ruleParts.ts'

/** 按比例计扣 (F18): a share of the deduction that the higher level made. */
export const PassThrough = z.object({
  method: z.literal('pass_through'),
  item: SchemeCode,
  coefficient: PositiveText,
  /** Part of the higher level's deduction that was for repeats, and its factor (F19). */
  repeated: EventRate.shape.repeated,
  limit: DeductionLimit,
})
export type PassThrough = z.infer<typeof PassThrough>
