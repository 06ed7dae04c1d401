import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { calendarWith } from './calendarWith.ts'
import { addDays, chineseDay, isWeekend, yearOf } from './plainDays.ts'
import type { YearPlan } from './workingCalendar.ts'

/** 全国年节及纪念日放假办法: what every year's announcement speaks of; two may be announced together (国庆节、中秋节). */
const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']
const MOST_DAYS = 31

/**
 * Why an announced year cannot be loaded beside the others, in Chinese; undefined when it can. A file with half of the
 * holidays, or with a day mistyped, would silently shorten every notice of that year.
 */
export function yearPlanFault(plan: YearPlan, others: readonly YearPlan[]): string | undefined {
  const names = plan.holidays.map(({ name }) => name).join('、')
  const missing = HOLIDAYS.filter((holiday) => !names.includes(holiday))
  if (missing.length > 0) return `${plan.year}年的安排里没有${missing.join('、')}，请对照通知补全`
  for (const holiday of plan.holidays) {
    const fault = holidayFault(plan.year, holiday)
    if (fault !== undefined) return fault
  }
  try {
    calendarWith([...others, plan])
    return undefined
  } catch (error) {
    const day = error instanceof Error ? /\d{4}-\d{2}-\d{2}/.exec(error.message)?.[0] : undefined
    return `${day ?? `${plan.year}年`}既列为放假又列为调休上班，请对照通知核对`
  }
}

function holidayFault(year: number, { name, from, to, makeUpDays }: YearPlan['holidays'][number]): string | undefined {
  const [first, last] = [PlainDate.parse(from), PlainDate.parse(to)]
  const where = `${year}年${name}`
  // 元旦 may begin in the last days of December.
  if (yearOf(last) !== year || first < `${year - 1}-12-25`) return `${where}的放假日期${from}至${to}不在${year}年内`
  if (first > last) return `${where}的放假日期${from}晚于${to}`
  if (addDays(first, MOST_DAYS - 1) < last) return `${where}放假超过${MOST_DAYS}天，请核对日期`
  for (const day of makeUpDays.map((each) => PlainDate.parse(each))) {
    if (!isWeekend(day)) return `${where}的调休上班日${chineseDay(day)}不是周末，请对照通知核对`
    const near = day >= addDays(first, -MOST_DAYS) && day <= addDays(last, MOST_DAYS)
    if (!near) return `${where}的调休上班日${chineseDay(day)}离放假日期太远，请对照通知核对`
  }
  return undefined
}
