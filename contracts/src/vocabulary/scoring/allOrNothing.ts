import { z } from 'zod'
import { Condition } from './ruleParts.ts'

/** 全扣全得 (F1): every condition met earns all points, one missed earns none. */
export const AllOrNothing = z.object({
  method: z.literal('all_or_nothing'),
  conditions: z.array(Condition).min(1).max(20),
})
export type AllOrNothing = z.infer<typeof AllOrNothing>
