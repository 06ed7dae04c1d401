import {
  addDays,
  calendarWith,
  officialCalendar,
  type WorkingCalendar,
  workingDaysBetween,
  type YearPlan,
} from '@anjie/calendar-cn'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beijingDay } from '@anjie/kernel'

export { dayText, periodText } from '@anjie/calendar-cn'

const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant in Beijing time: `11月25日 17:00`, with the year when it is not this year's. */
export function instantText(instant: string, now: string = new Date().toISOString()): string {
  const found = new Map(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
  const year = found.get('year') ?? ''
  const day = `${found.get('month') ?? ''}月${found.get('day') ?? ''}日 ${found.get('hour') ?? ''}:${found.get('minute') ?? ''}`
  return year === beijingDay(now).slice(0, 4) ? day : `${year}年${day}`
}

/**
 * By which the console counts working days: one office, one calendar. The shell sets it once somebody has signed in; the server
 * decides by its own.
 */
let calendar: WorkingCalendar = officialCalendar
export const workingCalendar = (): WorkingCalendar => calendar
export function countByYearPlans(loaded: readonly YearPlan[]): void {
  calendar = calendarWith(loaded)
}

/**
 * A due day and how far it is: `3月2日（还有3个工作日）`, `3月2日（已超5天）`. Working days are counted from tomorrow to the
 * due day by the official calendar; where that year is not announced yet, calendar days are said instead.
 */
export function dueText(day: string, now: string = new Date().toISOString()): string {
  const today = beijingDay(now)
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${year === today.slice(0, 4) ? '' : `${Number(year)}年`}${Number(month)}月${Number(date)}日`
  if (day === today) return `${short}（今天到期）`
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
  if (days < 0) return `${short}（已超${-days}天）`
  if (Number.isNaN(days)) return short
  // Both are days now, because they could be subtracted.
  const working = workingDaysBetween(addDays(today as PlainDate, 1), day as PlainDate, calendar)
  return working.ok ? `${short}（还有${working.value}个工作日）` : `${short}（还有${days}天）`
}

export const isOverdue = (day: string, now: string = new Date().toISOString()): boolean => day < beijingDay(now)

/** `1.5MB`, `320KB`. */
export function bytesText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)}MB`
  if (bytes >= 1024) return `${Math.round(bytes / 1024)}KB`
  return `${bytes}字节`
}
