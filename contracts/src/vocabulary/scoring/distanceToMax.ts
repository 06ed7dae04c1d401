import { z } from 'zod'
import { Better, Peers, Scale, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 最优距离: 1 − (best − figure) ÷ (best − worst) of the peers. */
export const DistanceToMax = z.object({
  method: z.literal('distance_to_max'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  scale: Scale.optional(),
  whenConstant: WhenConstant,
})
export type DistanceToMax = z.infer<typeof DistanceToMax>
