import { z } from 'zod'
import { line } from '../text.ts'
import { Better, Peers, Scale, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 标杆距离: 1 − (benchmark − figure) ÷ (benchmark − peers' worst), the benchmark being one named subject. */
export const DistanceToReference = z.object({
  method: z.literal('distance_to_reference'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  referenceSubject: line({ min: 1, max: 40 }),
  capAtReference: z.boolean(),
  scale: Scale.optional(),
  whenConstant: WhenConstant,
})
export type DistanceToReference = z.infer<typeof DistanceToReference>
