import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Result } from '@anjie/kernel'

/**
 * The last day of a notice of so many working days. The day on which it starts counts when it is a working day: published
 * notices are dated so (22 to 26 November 2021 and 21 to 25 February 2022, Monday to Friday, are "five working days"), and
 * the public can object from that morning on. A start on a day off counts from the next working day.
 * Refused with `calendar-missing` when the window reaches a year that was not announced.
 */
export function noticeEndsOn(
  startsOn: PlainDate,
  workingDays: number,
  calendar: WorkingCalendar,
): Result<PlainDate, Problem> {
  const counts = isWorkingDay(startsOn, calendar)
  if (!counts.ok) return counts
  return addWorkingDays(startsOn, counts.value ? workingDays - 1 : workingDays, calendar)
}
