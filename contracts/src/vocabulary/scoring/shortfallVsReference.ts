import { z } from 'zod'
import { Better, DeductionLimit, PositiveText, pointCounting, Reference, SchemeCode } from './ruleParts.ts'

/** 对标差额扣分 (F7): each unit by which a figure is worse than its reference costs points. */
export const ShortfallVsReference = z.object({
  method: z.literal('shortfall_vs_reference'),
  comparisons: z
    .array(z.object({ item: SchemeCode, better: Better, reference: Reference }))
    .min(1)
    .max(10),
  perPoint: PositiveText,
  ...pointCounting,
  limit: DeductionLimit,
})
export type ShortfallVsReference = z.infer<typeof ShortfallVsReference>
