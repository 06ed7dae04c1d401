import { z } from 'zod'
import { line } from '../../text.ts'

/** 岗位负面事件: events of the negative list that were upheld against a post. There is one of each post. */
export const DutyEventsSource = z.object({
  kind: z.literal('duty-events'),
  name: line({ min: 1, max: 60 }),
})
export type DutyEventsSource = z.infer<typeof DutyEventsSource>
