import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { addDays, writtenDay } from './plainDays.ts'

/** 节假日安排 of one year, as the State Council's office announced it. */
export interface YearPlan {
  readonly year: number
  /** The notice that says so; printed wherever a window is explained. */
  readonly source: {
    readonly title: string
    readonly documentNumber: string
    readonly publishedOn: string
    readonly url?: string | undefined
  }
  readonly holidays: readonly {
    readonly name: string
    readonly from: string
    readonly to: string
    /** 调休上班日: days of a weekend that are worked for this holiday; they may lie in the year before. */
    readonly makeUpDays: readonly string[]
  }[]
}

/** What a day is, for every year whose plan was announced. Nothing is guessed for any other year. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>
  readonly daysOff: ReadonlyMap<PlainDate, string>
  readonly makeUpDays: ReadonlyMap<PlainDate, string>
}

/** Puts yearly plans together. Throws when a plan contradicts itself: that is a fault of the data, not of a caller. */
export function workingCalendar(plans: readonly YearPlan[]): WorkingCalendar {
  const years = new Set<number>()
  const daysOff = new Map<PlainDate, string>()
  const makeUpDays = new Map<PlainDate, string>()
  for (const plan of plans) {
    if (years.has(plan.year)) throw new Error(`two plans for ${plan.year}`)
    years.add(plan.year)
    for (const holiday of plan.holidays) {
      for (const day of daysFromTo(writtenDay(holiday.from), writtenDay(holiday.to))) {
        daysOff.set(day, holiday.name)
      }
      for (const day of holiday.makeUpDays) makeUpDays.set(writtenDay(day), holiday.name)
    }
  }
  for (const day of makeUpDays.keys()) {
    if (daysOff.has(day)) throw new Error(`${day} is both a day off and a make-up day`)
  }
  return { years, daysOff, makeUpDays }
}

function daysFromTo(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  if (days.length === 0 || days.length > 31) throw new Error(`a holiday from ${from} to ${to} cannot be right`)
  return days
}
