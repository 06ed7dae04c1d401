import type { PublicMethodStatus, TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { unreachable } from '@anjie/kernel'

export const SITE_NAME = '安阶·平安建设荣誉公开'

export const LEVEL_NAMES = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
} as const satisfies Record<TitleToday['level'], string>

export const UNIT_KIND_NAMES = {
  county: '县（市、区）',
  township: '乡镇（街道）',
  village: '村',
  community: '社区',
  department: '部门',
  hospital: '医院',
  campus: '学校',
  'police-station': '派出所',
  'justice-office': '司法所',
} as const satisfies Record<UnitKind, string>

/**
 * What the public is told of a title: a word and a shape, so that it is readable in grey too. A title taken over from a
 * published list stands as `listed`: the list says that it was named, and not that it still holds.
 */
export const TITLE_STATES = {
  valid: { word: '有效', shape: '●', tone: 'good' },
  listed: { word: '名单所载', shape: '◇', tone: 'off' },
  recheck: { word: '复核中', shape: '◐', tone: 'due' },
  rectify: { word: '限期整改', shape: '▲', tone: 'due' },
  expired: { word: '已到期', shape: '○', tone: 'off' },
  ended: { word: '单位已撤并', shape: '□', tone: 'off' },
  deregistered: { word: '已注销', shape: '□', tone: 'off' },
  revoked: { word: '已撤销', shape: '×', tone: 'seal' },
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
    return `${namesake.parentName ?? ''}同名单位已于${chineseDate(namesake.endedOn)}撤并，是否为本称号的持有单位，原名单没有载明`
  }
  if (unit === undefined) return undefined
  const words = [
    ...(unit.name === unitName ? [] : [`现名“${unit.name}”`]),
    ...(unit.endedOn === undefined ? [] : [`${chineseDate(unit.endedOn)}撤并`]),
  ]
  return words.length === 0 ? undefined : words.join('，')
}

/** `2026年3月2日` */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `11月25日`; with the year when it is not this year's. */
export const shortDate = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? chineseDate(day).slice(5) : chineseDate(day)

export const placeOf = (at: { cityName: string; countyName: string; townshipName?: string | undefined }): string =>
  placeParts([at.cityName, at.countyName, at.townshipName ?? '']).join(' ')

/** A place from the larger to the smaller. A city without counties, or a county directly under its province, is named once. */
export const placeParts = (parts: readonly string[]): readonly string[] =>
  parts.filter((part, index) => part !== '' && part !== parts[index - 1])
