import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { DeductionLimit, PositiveText, pointCounting, SchemeCode } from './ruleParts.ts'

/** 差额累扣 (F6): a figure below the target costs points per unit of shortfall, at one or more slopes.
 * `progressive`: each stretch at its own slope (88 % → 2.5). `whole-range`: the whole shortfall at the slope of the
 * stretch that the figure has reached (88 % → 4.0). The Wenzhou 2017 text does not say which, so a scheme must. */
export const ShortfallSlope = z.object({
  method: z.literal('shortfall_slope'),
  item: SchemeCode,
  /** Highest threshold first; the first one is the target. */
  slopes: z
    .array(z.object({ below: DecimalText, perPoint: PositiveText }))
    .min(1)
    .max(10),
  reading: z.enum(['progressive', 'whole-range']),
  /** In `progressive` each stretch is counted by itself. */
  ...pointCounting,
  limit: DeductionLimit,
})
export type ShortfallSlope = z.infer<typeof ShortfallSlope>
