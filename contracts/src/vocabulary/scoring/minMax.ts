import { z } from 'zod'
import { Better, Peers, Scale, SchemeCode, WhenConstant } from './ruleParts.ts'

/** 极差标准化 (F16): the peers' worst figure gets the bottom of the scale, the best its top. */
export const MinMax = z.object({
  method: z.literal('min_max'),
  item: SchemeCode,
  better: Better,
  peers: Peers,
  scale: Scale.optional(),
  whenConstant: WhenConstant,
})
export type MinMax = z.infer<typeof MinMax>
