import { addDays, isWeekend, isWorkingDay, type WorkingCalendar, weekdayOf } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Frequency } from '@anjie/contracts/vocabulary/posts/dutyLists'

/** Days within which something has to be done. */
export interface Slot {
  readonly from: PlainDate
  readonly to: PlainDate
}

const MONTHS_IN = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const

// Made of a year, a month and a day that exist.
const day = (year: number, month: number, of: number): PlainDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}` as PlainDate
const lastOf = (year: number, month: number): PlainDate =>
  month === 12 ? day(year, 12, 31) : addDays(day(year, month + 1, 1), -1)

/**
 * The slots of a frequency whose last day lies in a year: working days, weeks from Monday to Sunday, halves of months until the 15th, months and what
 * is made of them. Of a year without calendar every weekday is a working day until the calendar is announced.
 */
export function slotsOf(frequency: Frequency, year: number, calendar: WorkingCalendar): readonly Slot[] {
  const days = Array.from({ length: 366 }, (_, at) => addDays(day(year, 1, 1), at)).filter(
    (each) => Number(each.slice(0, 4)) === year,
  )
  switch (frequency) {
    case 'daily':
      return days.filter((each) => isWorked(each, calendar)).map((each) => ({ from: each, to: each }))
    case 'weekly':
      return days.filter((each) => weekdayOf(each) === 0).map((each) => ({ from: addDays(each, -6), to: each }))
    case 'half-monthly':
      return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => [
        { from: day(year, month, 1), to: day(year, month, 15) },
        { from: day(year, month, 16), to: lastOf(year, month) },
      ])
    default: {
      const length = MONTHS_IN[frequency]
      return Array.from({ length: 12 / length }, (_, at) => ({
        from: day(year, at * length + 1, 1),
        to: lastOf(year, (at + 1) * length),
      }))
    }
  }
}

function isWorked(each: PlainDate, calendar: WorkingCalendar): boolean {
  const known = isWorkingDay(each, calendar)
  return known.ok ? known.value : !isWeekend(each)
}
