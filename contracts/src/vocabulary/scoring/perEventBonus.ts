import { z } from 'zod'
import { EventRate, PositiveText } from './ruleParts.ts'

/** 按次加分: each event earns points, up to an optional cap. */
export const PerEventBonus = z.object({
  method: z.literal('per_event_bonus'),
  events: z.array(EventRate).min(1).max(20),
  cap: PositiveText.optional(),
})
export type PerEventBonus = z.infer<typeof PerEventBonus>
