import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { CountyHonourId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { Evidence } from '../submissions/submission.ts'
import { line, lines } from '../text.ts'

/** 草稿, 待确认, 已确认, 退回. */
export const COUNTY_HONOUR_STATUSES = ['draft', 'submitted', 'confirmed', 'returned'] as const
export const CountyHonourStatus = z.enum(COUNTY_HONOUR_STATUSES)
export type CountyHonourStatus = z.infer<typeof CountyHonourStatus>

/** A paper that proves an honour; there are few. */
export const MAX_HONOUR_FILES = 5
export const HonourFile = Evidence.omit({ item: true })
export type HonourFile = z.infer<typeof HonourFile>

/** 所获荣誉 of the county itself (维护社会稳定先进县): what the paper says that gave it. Years before the system are brought in the same way. */
export const CountyHonourContent = z.strictObject({
  name: line({ min: 2, max: 60 }),
  /** Who gave it, and so who confirms it; the province confirms what came from above. */
  level: z.enum(['city', 'province', 'national']),
  issuer: line({ min: 2, max: 60 }),
  /** The year for which it was given: runs of years are counted by it. */
  year: z.int().min(1978).max(2100),
  documentNumber: line({ min: 4, max: 80 }),
  namedOn: PlainDate.optional(),
})
export type CountyHonourContent = z.infer<typeof CountyHonourContent>

export const CountyHonour = CountyHonourContent.extend({
  id: CountyHonourId,
  county: CountyCode,
  countyName: z.string(),
  status: CountyHonourStatus,
  files: z.array(HonourFile).max(MAX_HONOUR_FILES),
  /** Person ids of who recorded it: they do not confirm it. */
  enteredBy: z.array(z.string()),
  returnReason: lines({ max: 500 }).optional(),
  confirmed: z.object({ post: z.string(), at: Instant }).optional(),
  updatedAt: Instant,
})
export type CountyHonour = z.infer<typeof CountyHonour>
