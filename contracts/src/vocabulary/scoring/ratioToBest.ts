import { z } from 'zod'
import { Better, Peers, SchemeCode, WhenZero } from './ruleParts.ts'

/** 与最优值之比 (F12): own ÷ best × points; where lower is better, best ÷ own × points. */
export const RatioToBest = z.object({
  method: z.literal('ratio_to_best'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  /** For who has 0 where the best is 0 too; without it full marks. */
  whenZero: WhenZero.optional(),
})
export type RatioToBest = z.infer<typeof RatioToBest>
