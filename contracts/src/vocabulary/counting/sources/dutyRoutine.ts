import { z } from 'zod'
import { line } from '../../text.ts'

/** 岗位日常工作: what was due of a post by its list of routine work, and how each stands. There is one of each post. */
export const DutyRoutineSource = z.object({
  kind: z.literal('duty-routine'),
  name: line({ min: 1, max: 60 }),
})
export type DutyRoutineSource = z.infer<typeof DutyRoutineSource>
