import { z } from 'zod'
import { line } from '../../text.ts'

/** 督导整改: every problem that supervision found in a county or at a unit, with how its rectification stands. There is one. */
export const RectificationsSource = z.object({
  kind: z.literal('rectifications'),
  name: line({ min: 1, max: 60 }),
})
export type RectificationsSource = z.infer<typeof RectificationsSource>
