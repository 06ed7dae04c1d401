import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { HonourCode } from './honourCodes.ts'

/** 户数 of one village or community: how many households there are, and how many of them hold the honour. No name, no address. */
export const CountedUnit = z.strictObject({
  unitId: UnitId,
  households: z.int().min(0).max(100_000),
  families: z.int().min(0).max(100_000),
})
export type CountedUnit = z.infer<typeof CountedUnit>

export const COUNTED_STATUSES = ['entered', 'published'] as const

/** 只公开数量的荣誉 of one county and year. */
export const HonourCounts = z.object({
  county: CountyCode,
  countyName: z.string(),
  cityName: z.string(),
  honour: HonourCode,
  honourName: z.string(),
  year: z.int().min(2000).max(2100),
  units: z.array(CountedUnit.extend({ unitName: z.string(), townshipName: z.string().optional() })).max(2000),
  status: z.enum(COUNTED_STATUSES),
  documentNumber: line({ min: 4, max: 80 }).optional(),
  publishedOn: PlainDate.optional(),
  /** Person ids of who entered since it was published last: somebody else publishes. */
  enteredBy: z.array(z.string()),
  updatedAt: Instant,
})
export type HonourCounts = z.infer<typeof HonourCounts>
