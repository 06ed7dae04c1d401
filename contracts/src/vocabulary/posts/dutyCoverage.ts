import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CountyCode } from '../divisions/divisions.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { DUTY_POST_KINDS, PostBasis } from './dutyPost.ts'

const count = z.int().min(0)

const perKind = <S extends z.ZodType>(state: S) =>
  z.object(
    Object.fromEntries(DUTY_POST_KINDS.map((kind) => [kind, state])) as Record<(typeof DUTY_POST_KINDS)[number], S>,
  )

/** What is counted of a kind of post, and no name in it. */
export const KindCoverage = z.object({
  /** 应设: units of the county that should have one, as of the last setting up; of a pilot the chosen ones. */
  units: count,
  posts: count,
  filled: count,
  /** 由党委副书记担任. */
  deputies: count,
  /** Vacant posts by their ids: since which day. */
  vacant: z.record(z.string(), PlainDate),
  /** 空缺天数 of vacancies that are over, by year. */
  days: z.record(z.string(), count),
})
export type KindCoverage = z.infer<typeof KindCoverage>

export const CoverageFigures = z.object({
  units: count,
  posts: count,
  filled: count,
  deputies: count,
  vacant: count,
  /** Of this year until the day of counting. */
  vacantDays: count,
})
export type CoverageFigures = z.infer<typeof CoverageFigures>
export const CoverageByKind = perKind(CoverageFigures)
export type CoverageByKind = z.infer<typeof CoverageByKind>

/** 岗位覆盖情况 of a county: what those above see of its posts, the pilot, and what the office publishes. Id `<county>.duty-posts`. */
export const DutyCoverage = z.object({
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  kinds: perKind(KindCoverage),
  /** 综治委员试点: posts of villages are set up only while it is on. */
  pilot: z.object({ from: PlainDate, basis: PostBasis, to: PlainDate.optional() }).optional(),
  /** What the office published: the figures of that day. */
  published: z.object({ on: PlainDate, by: Hand, kinds: CoverageByKind }).optional(),
  updatedAt: Instant,
})
export type DutyCoverage = z.infer<typeof DutyCoverage>
