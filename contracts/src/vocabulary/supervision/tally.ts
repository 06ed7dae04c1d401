import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { BarSubject } from '../honours/bar.ts'
import { Instant } from '../plainDate.ts'
import { VetoProof } from '../scoring/itemValue.ts'
import { MEASURE_KINDS } from './measure.ts'

const count = z.int().min(0)
const perKey = z.record(z.string(), count)

/** What one level did in a county in a year. Whatever is counted once for several measures is kept with how many there are of it. */
export const LevelTally = z.object({
  /** 督导对象次数 by kind: one measure on one target is one. */
  measures: z.object(
    Object.fromEntries(MEASURE_KINDS.map((kind) => [kind, count])) as Record<
      (typeof MEASURE_KINDS)[number],
      typeof count
    >,
  ),
  /** Acts by their ids: an inspection of five townships is one. */
  inspections: perKey,
  /** 通报批评或约谈的 townships, line units and others. */
  townships: perKey,
  departments: perKey,
  others: perKey,
  problems: count,
  closed: count,
  overdue: count,
})
export type LevelTally = z.infer<typeof LevelTally>

/** 予以否决 on one target. */
export const DecidedVeto = VetoProof.extend({ target: BarSubject })
export type DecidedVeto = z.infer<typeof DecidedVeto>

/** 督导台账的年度汇总 of a county: what those above see of its measures. Id `<county>.<year>`. */
export const SupervisionTally = z.object({
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  year: z.int(),
  levels: z.object({ county: LevelTally, city: LevelTally, province: LevelTally }),
  /** 否决 decided in the year, of every level: assessments count from here. */
  vetoed: z.array(DecidedVeto).default([]),
  updatedAt: Instant,
})
export type SupervisionTally = z.infer<typeof SupervisionTally>

/** The figures that a page and a list show of a tally. */
export const TallyFigures = z.object({
  inspections: count,
  covert: count,
  dispatches: count,
  townships: count,
  departments: count,
  others: count,
  listings: count,
  problems: count,
  closed: count,
  overdue: count,
})
export type TallyFigures = z.infer<typeof TallyFigures>
