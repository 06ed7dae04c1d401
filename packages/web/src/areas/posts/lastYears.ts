import { beijingDay } from '@anjie/kernel'
import { dutyEventWords as words } from '../../locales/zh-CN/dutyLists.ts'

const YEARS_BACK = 4

export const thisYear = (): number => Number(beijingDay(new Date().toISOString()).slice(0, 4))

/** This year and a few before it, to choose from. */
export const lastYears = (): readonly { readonly value: string; readonly label: string }[] =>
  Array.from({ length: YEARS_BACK }, (_, back) => thisYear() - back).map((year) => ({
    value: String(year),
    label: words.yearOf(year),
  }))
