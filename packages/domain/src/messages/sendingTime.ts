import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beijingDay } from '@anjie/kernel'
import { isWorkedOn } from './reminderOf.ts'

/** 08:30 to 18:00 in Beijing, which is 00:30 to 10:00 in UTC on the same day. */
const FROM = '00:30'
const UNTIL = '10:00'

/** 静默: outside of working hours and on days off nothing leaves the system but what an office marked as an emergency. */
export function isSendingTime(now: string, calendar: WorkingCalendar): boolean {
  const clock = now.slice('2026-03-02T'.length, '2026-03-02T00:30'.length)
  return clock >= FROM && clock < UNTIL && isWorkedOn(PlainDate.parse(beijingDay(now)), calendar)
}
