import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CountyCode } from '../divisions/divisions.ts'
import { DutyPostId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { DutyLineCode } from './dutyLists.ts'
import { DutyPostKind } from './dutyPost.ts'

export const MAX_DUTY_ENTRIES = 400

/** 日常登记: what no record proves, entered by one person and confirmed or refused by another. */
export const DutyEntry = z.object({
  number: z.int().min(1),
  line: DutyLineCode,
  text: z.string(),
  on: PlainDate,
  note: z.string(),
  entered: Hand,
  decision: Hand.extend({ outcome: z.enum(['confirmed', 'refused']), reason: z.string() }).optional(),
})
export type DutyEntry = z.infer<typeof DutyEntry>

/** Of one post in one year. */
export const DutyEntries = z.object({
  county: CountyCode,
  postId: DutyPostId,
  postKind: DutyPostKind,
  unitId: UnitId,
  unitName: z.string(),
  year: z.int(),
  entries: z.array(DutyEntry).max(MAX_DUTY_ENTRIES),
  updatedAt: Instant,
})
export type DutyEntries = z.infer<typeof DutyEntries>
