import { z } from 'zod'
import { DutyPostId } from '../ids.ts'
import { PlainDate } from '../plainDate.ts'
import { Appointment, HolderContent, NewDutyPost } from './dutyPost.ts'

const seen = { postId: DutyPostId, version: z.int() }

/** What carrying a row of 岗位名册 out needs. */
export const DutyPostSheetStep = z.discriminatedUnion('act', [
  z.object({ act: z.literal('set-up'), post: NewDutyPost }),
  z.object({ act: z.literal('fill'), ...seen, holder: Appointment, reason: z.string().optional() }),
  z.object({ act: z.literal('amend'), ...seen, holder: HolderContent }),
  z.object({ act: z.literal('vacate'), ...seen, on: PlainDate, reason: z.string() }),
  z.object({ act: z.literal('end'), ...seen, on: PlainDate, reason: z.string() }),
])
export type DutyPostSheetStep = z.infer<typeof DutyPostSheetStep>
