import { z } from 'zod'
import { Better, Peers, SchemeCode } from './ruleParts.ts'

/** 与最优值之比 (F12): own ÷ best × points; where lower is better, best ÷ own × points. */
export const RatioToBest = z.object({
  method: z.literal('ratio_to_best'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
})
export type RatioToBest = z.infer<typeof RatioToBest>
