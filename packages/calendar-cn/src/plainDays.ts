import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beijingDay } from '@anjie/kernel'

/**
 * Arithmetic on calendar days without any zone: the strings are read as midnights in UTC, where every day has
 * 24 hours, and never leave this file as instants.
 */
const DAY_MS = 24 * 60 * 60 * 1000
const WEEKDAYS = '日一二三四五六'

const midnight = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`)

// The brand is given back to a day that was computed from a valid one.
const fromMidnight = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate

/**
 * The day that somebody wrote into a file of ours; throws where there is no such day. Without a schema, because the console counts
 * working days before any schema has come.
 */
export function writtenDay(text: string): PlainDate {
  const ms = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(ms) || fromMidnight(ms) !== text) throw new Error(`${text} is no day`)
  return text as PlainDate
}

export const addDays = (day: PlainDate, days: number): PlainDate => fromMidnight(midnight(day) + days * DAY_MS)

/** 0 is Sunday. */
export const weekdayOf = (day: PlainDate): number => new Date(midnight(day)).getUTCDay()

export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) % 6 === 0

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))

/** The calendar day in Beijing on which an instant falls. */
export const beijingDate = (instant: string): PlainDate => beijingDay(instant) as PlainDate

/** `2026年12月2日`, as messages and timelines say a day; anything that is no day is left as it is. */
export const dayText = (text: string): string =>
  text.replace(
    /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`,
  )

const HALVES: Readonly<Record<string, string>> = { H1: '上半年', H2: '下半年' }

/** `2026` → `2026年`, `2026-H1` → `2026年上半年`, `2026-Q3` → `2026年第3季度`, `2026-05` → `2026年5月`. */
export function periodText(period: string): string {
  const [year = '', part] = period.split('-')
  if (part === undefined) return `${year}年`
  return `${year}年${HALVES[part] ?? (part.startsWith('Q') ? `第${part.slice(1)}季度` : `${Number(part)}月`)}`
}

/** `2026年12月2日（周三）`, as notices print a day. */
export function chineseDay(day: PlainDate): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日（周${WEEKDAYS.charAt(weekdayOf(day))}）`
}

/**
 * The last day of a term of whole years that begins on `from`: the day before its anniversary. A term that begins on
 * 29 February ends on 28 February, whether or not the last year is a leap year.
 */
export function lastDayOfYears(from: PlainDate, years: number): PlainDate {
  const anniversary = `${yearOf(from) + years}${from.slice(4)}`
  // A 29 February without an anniversary rolls over to 1 March here, so the day before is right in either case.
  return fromMidnight(Date.parse(`${anniversary}T00:00:00Z`) - DAY_MS)
}

/** The same day so many months later; where that month lacks it, its last day (民法典第二百零二条). */
export function addMonths(from: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return fromMidnight(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}
