import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicMethodStatus, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'

export const SITE_NAME = '安阶·平安建设荣誉公开'

/** 方案状态 for the public; the shapes as above. */
export const METHOD_STATES = {
  trial: { word: '试行', shape: '◐', tone: 'due' },
  'in-force': { word: '施行', shape: '●', tone: 'good' },
  closed: { word: '已废止', shape: '□', tone: 'off' },
} as const satisfies Record<PublicMethodStatus, { word: string; shape: string; tone: 'good' | 'due' | 'off' }>

/** What became of the unit since it was named; undefined while it is called as it was. */
export function unitNow({ unitName, unitNow: unit, namesake, placeNow }: TitleToday): string | undefined {
  if (namesake?.endedOn !== undefined) {
    return `${namesake.parentName ?? ''}同名单位已于${dayText(namesake.endedOn)}撤并，是否为本称号的持有单位，原名单没有载明`
  }
  const words = [
    ...(unit === undefined || unit.name === unitName ? [] : [`现名“${unit.name}”`]),
    ...(placeNow === undefined ? [] : [`现属${placeNow}`]),
    ...(unit?.endedOn === undefined ? [] : [`${dayText(unit.endedOn)}撤并`]),
  ]
  return words.length === 0 ? undefined : words.join('，')
}

/** `11月25日`; with the year when it is not this year's. */
export const shortDate = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayText(day).slice(5) : dayText(day)

export const placeOf = (at: { cityName: string; countyName: string; townshipName?: string | undefined }): string =>
  placeParts([at.cityName, at.countyName, at.townshipName ?? '']).join(' ')

/** A place from the larger to the smaller. A city without counties, or a county directly under its province, is named once. */
export const placeParts = (parts: readonly string[]): readonly string[] =>
  parts.filter((part, index) => part !== '' && part !== parts[index - 1])
