import { z } from 'zod'
import { Band, Better, Peers, PositiveText, SchemeCode, WhenConstant, WhenZero } from './ruleParts.ts'

/** 每万人比率: numerator ÷ denominator × per, then turned into points. A zero denominator is “not applicable”, never zero or infinity. */
export const RatioPerPopulation = z.object({
  method: z.literal('ratio_per_population'),
  numerator: SchemeCode,
  denominator: SchemeCode,
  /** 10000 for 每万人, 100 for a percentage. */
  per: PositiveText,
  /** Nothing of nobody, 0 ÷ 0; without it, like every zero denominator, not applicable. */
  whenZero: WhenZero.optional(),
  convert: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value') }),
    z.object({ kind: z.literal('bands'), effect: z.enum(['deduct', 'award']), bands: z.array(Band).min(1).max(20) }),
    z.object({ kind: z.literal('min-max'), better: Better, peers: Peers, whenConstant: WhenConstant }),
    z.object({ kind: z.literal('ratio-to-best'), better: Better, peers: Peers }),
  ]),
})
export type RatioPerPopulation = z.infer<typeof RatioPerPopulation>
