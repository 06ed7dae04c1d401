import { z } from 'zod'
import { DeductionLimit, EventRate } from './ruleParts.ts'

/** 按次扣分 (F3–F5): each event costs points; the limit says whether the item stops at zero, at a cap, or runs below zero. */
export const PerEventDeduct = z.object({
  method: z.literal('per_event_deduct'),
  events: z.array(EventRate).min(1).max(20),
  limit: DeductionLimit,
})
export type PerEventDeduct = z.infer<typeof PerEventDeduct>
