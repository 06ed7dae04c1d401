import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { addDays, chineseDay, isWeekend, yearOf } from './plainDays.ts'
import type { WorkingCalendar } from './workingCalendar.ts'

/**
 * From this day on, the next year's plan is needed too: New Year's Day swaps reach back into December
 * (2011-12-31 and 2018-12-29 were made working days by the notices for 2012 and 2019).
 */
const NEXT_YEAR_MATTERS_FROM = '12-28'

const missing = (year: number, day: PlainDate): Problem => ({
  code: 'calendar-missing',
  detail: `${chineseDay(day)}是否上班，要看${year}年的节假日安排，国务院办公厅公布后方可计算`,
})

/**
 * Whether people work on a day: a make-up day, or a weekday that is not off.
 * Refused with `calendar-missing` when the plan that decides it has not been announced.
 */
export function isWorkingDay(day: PlainDate, calendar: WorkingCalendar): Result<boolean, Problem> {
  const year = yearOf(day)
  if (!calendar.years.has(year)) return err(missing(year, day))
  if (day.slice(5) >= NEXT_YEAR_MATTERS_FROM && !calendar.years.has(year + 1)) return err(missing(year + 1, day))
  if (calendar.makeUpDays.has(day)) return ok(true)
  return ok(!isWeekend(day) && !calendar.daysOff.has(day))
}

/**
 * The `count`th working day after `from`; `from` itself is not counted, as a term runs from the day after the event
 * (民法典 art. 201). `count` 0 gives `from` back.
 */
export function addWorkingDays(from: PlainDate, count: number, calendar: WorkingCalendar): Result<PlainDate, Problem> {
  if (!Number.isInteger(count) || count < 0) throw new Error(`a number of working days cannot be ${count}`)
  let day = from
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1)
    const working = isWorkingDay(day, calendar)
    if (!working.ok) return working
    if (working.value) counted += 1
  }
  return ok(day)
}

/** How many working days lie from `from` to `to`, both included; 0 when `to` comes first. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): Result<number, Problem> {
  let counted = 0
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(day, calendar)
    if (!working.ok) return working
    if (working.value) counted += 1
  }
  return ok(counted)
}
