import { addDays, isWeekend } from '@anjie/calendar-cn/plainDays'
import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import { isWorkingDay } from '@anjie/calendar-cn/workingDays'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'

/** 提醒: on which working day, and in which words. */
export interface Reminder {
  readonly on: PlainDate
  readonly text: string
}

/** Working days before (negative) and after the day on which something is due. Later the level above asks, and no machine. */
const REMINDED_ON = [
  { offset: -3, text: '还有3个工作日到期' },
  { offset: -1, text: '下一个工作日到期' },
  { offset: 0, text: '今天到期' },
  { offset: 1, text: '已逾期1个工作日' },
  { offset: 5, text: '已逾期5个工作日' },
  { offset: 10, text: '已逾期10个工作日' },
] as const

/** The last reminder of something due on a day that has come by today; null before the first. */
export function reminderOf(dueOn: PlainDate, today: PlainDate, calendar: WorkingCalendar): Reminder | null {
  const come = REMINDED_ON.map(({ offset, text }) => ({ on: shifted(dueOn, offset, calendar), text }))
  return come.findLast(({ on }) => on <= today) ?? null
}

function shifted(from: PlainDate, offset: number, calendar: WorkingCalendar): PlainDate {
  const step = Math.sign(offset)
  let day = from
  for (let left = Math.abs(offset); left > 0; ) {
    day = addDays(day, step)
    if (isWorkedOn(day, calendar)) left -= 1
  }
  return day
}

/** A reminder is no legal term: where the year is not announced yet, weekdays are worked. */
export function isWorkedOn(day: PlainDate, calendar: WorkingCalendar): boolean {
  const told = isWorkingDay(day, calendar)
  return told.ok ? told.value : !isWeekend(day)
}
