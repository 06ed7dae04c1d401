import { dayText } from '@anjie/calendar-cn/plainDays'
import type { PublicMethodStatus, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { TITLE_STATUS_NAMES } from '@anjie/domain/honours/titleNames'
import { unreachable } from '@anjie/kernel'

export const SITE_NAME = '安阶·平安建设荣誉公开'

/**
 * What the public is told of a title: a word and a shape, so that it is readable in grey too. A title taken over from a
 * published list stands as `listed`: the list says that it was named, and not that it still holds.
 */
export const TITLE_STATES = {
  valid: { word: TITLE_STATUS_NAMES.active, shape: '●', tone: 'good' },
  listed: { word: '名单所载', shape: '◇', tone: 'off' },
  recheck: { word: TITLE_STATUS_NAMES['under-recheck'], shape: '◐', tone: 'due' },
  rectify: { word: TITLE_STATUS_NAMES.rectify, shape: '▲', tone: 'due' },
  expired: { word: TITLE_STATUS_NAMES.expired, shape: '○', tone: 'off' },
  ended: { word: '单位已撤并', shape: '□', tone: 'off' },
  deregistered: { word: TITLE_STATUS_NAMES.deregistered, shape: '□', tone: 'off' },
  'taken-back': { word: TITLE_STATUS_NAMES['taken-back'], shape: '↩', tone: 'off' },
  revoked: { word: TITLE_STATUS_NAMES.revoked, shape: '×', tone: 'seal' },
} as const satisfies Record<string, { word: string; shape: string; tone: 'good' | 'due' | 'off' | 'seal' }>

/** 方案状态 for the public; the shapes as above. */
export const METHOD_STATES = {
  trial: { word: '试行', shape: '◐', tone: 'due' },
  'in-force': { word: '施行', shape: '●', tone: 'good' },
  closed: { word: '已废止', shape: '□', tone: 'off' },
} as const satisfies Record<PublicMethodStatus, { word: string; shape: string; tone: 'good' | 'due' | 'off' }>

export type TitleState = keyof typeof TITLE_STATES

/** What the state of a title on a day follows from. */
export type StateFields = Pick<TitleToday, 'status' | 'validUntil' | 'source'> & {
  readonly unitNow?: Pick<NonNullable<TitleToday['unitNow']>, 'endedOn'>
}

/** The state on a day in Beijing. A term that has run out counts as run out, whether or not it was recorded yet. */
export function titleState(title: StateFields, today: string): TitleState {
  switch (title.status) {
    case 'revoked':
      return 'revoked'
    case 'taken-back':
      return 'taken-back'
    case 'deregistered':
      return 'deregistered'
    case 'expired':
      return 'expired'
    case 'active':
    case 'retained':
    case 'under-recheck':
    case 'rectify':
      if (title.validUntil !== undefined && title.validUntil < today) return 'expired'
      // Before anybody has decided on the title itself: its unit is no more, and the title stands for nobody.
      if (title.unitNow?.endedOn !== undefined && title.unitNow.endedOn < today) return 'ended'
      if (title.status === 'under-recheck') return 'recheck'
      if (title.status === 'rectify') return 'rectify'
      return title.source.kind === 'public-listing' ? 'listed' : 'valid'
    default:
      return unreachable(title.status)
  }
}

/** What became of the unit since it was named; undefined while it is called as it was. */
export function unitNow({ unitName, unitNow: unit, namesake }: TitleToday): string | undefined {
  if (namesake?.endedOn !== undefined) {
    return `${namesake.parentName ?? ''}同名单位已于${dayText(namesake.endedOn)}撤并，是否为本称号的持有单位，原名单没有载明`
  }
  if (unit === undefined) return undefined
  const words = [
    ...(unit.name === unitName ? [] : [`现名“${unit.name}”`]),
    ...(unit.endedOn === undefined ? [] : [`${dayText(unit.endedOn)}撤并`]),
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
