import { z } from 'zod'
import { Coefficient, Peers, PositiveText, Reference, SchemeCode, WhenZero } from './ruleParts.ts'

/** 修正综合值 (F14): (figure + corrections) × difficulty coefficient, then compared with the best of the peers.
 * Each correction is (item − reference) × factor, kept within ± its cap. */
export const CorrectedComposite = z.object({
  method: z.literal('corrected_composite'),
  item: SchemeCode,
  corrections: z
    .array(
      z.object({
        item: SchemeCode,
        minus: Reference.optional(),
        factor: PositiveText,
        cap: PositiveText.optional(),
      }),
    )
    .max(10),
  coefficient: Coefficient,
  /** `ratio-to-best`: composite ÷ best composite × points. `none`: the composite is the score itself. */
  finally: z.enum(['ratio-to-best', 'none']),
  peers: Peers,
  /** With `ratio-to-best`, for whose composite is 0 where the best is 0; without it no score. */
  whenZero: WhenZero.optional(),
})
export type CorrectedComposite = z.infer<typeof CorrectedComposite>
