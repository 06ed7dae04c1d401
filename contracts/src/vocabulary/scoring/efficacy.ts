import { z } from 'zod'
import { Better, PositiveText, Reference, SchemeCode, WhenZero } from './ruleParts.ts'

/** 功效系数法: base + span × (figure − unacceptable) ÷ (satisfactory − unacceptable), in hundredths of the node's points (or on 100). */
export const Efficacy = z.object({
  method: z.literal('efficacy'),
  item: SchemeCode,
  better: Better,
  satisfactory: Reference,
  unacceptable: Reference,
  /** 60 in the classical form. */
  base: PositiveText,
  /** 40 in the classical form. */
  span: PositiveText,
  /** For who stands where the satisfactory and the unacceptable value are one; without it, as for everybody then, no score. */
  whenZero: WhenZero.optional(),
  /** The classical form has neither floor nor ceiling: 5.81 against 6 … 12 gives 58.73. */
  clamp: z.boolean(),
  /** Decimal places to which the ratio is rounded before use (textbooks use 4); without it, exact. */
  ratioDigits: z.int().min(0).max(12).optional(),
})
export type Efficacy = z.infer<typeof Efficacy>
