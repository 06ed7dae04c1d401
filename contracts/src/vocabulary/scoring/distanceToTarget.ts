import { z } from 'zod'
import { DecimalText } from '../decimalText.ts'
import { Better, Peers, Scale, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 目标距离: (figure − peers' worst) ÷ (target − peers' worst), optionally held at the top of the scale. */
export const DistanceToTarget = z.object({
  method: z.literal('distance_to_target'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  target: DecimalText,
  capAtTarget: z.boolean(),
  scale: Scale.optional(),
  whenConstant: WhenConstant,
})
export type DistanceToTarget = z.infer<typeof DistanceToTarget>
