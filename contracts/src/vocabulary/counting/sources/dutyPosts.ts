import { z } from 'zod'
import { line } from '../../text.ts'

/** 岗位: every duty post that stood on the day of counting, with how long it was vacant in the year. There is one such ledger. */
export const DutyPostsSource = z.object({
  kind: z.literal('duty-posts'),
  name: line({ min: 1, max: 60 }),
})
export type DutyPostsSource = z.infer<typeof DutyPostsSource>
