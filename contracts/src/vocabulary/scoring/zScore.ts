import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { Better, Peers, PositiveText, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 标准分: mean + deviation × (figure − peers' mean) ÷ peers' sample standard deviation (n − 1). */
export const ZScore = z.object({
  method: z.literal('z_score'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  mean: DecimalText,
  deviation: PositiveText,
  /** For a constant column: `no-score`, or the target mean (`half`); `full` and `zero` are one deviation above and below it. */
  whenConstant: WhenConstant,
})
export type ZScore = z.infer<typeof ZScore>
