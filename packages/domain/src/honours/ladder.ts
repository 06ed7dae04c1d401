import { addDays, addMonths, dayText } from '@anjie/calendar-cn'
import type { HonourType, LowerTitle, Rung, TitleLevel } from '@anjie/contracts/vocabulary/honours/honourType'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { TITLE_LEVEL_NAMES } from './titleNames.ts'

/** 县级, 县级4A级. */
export const rungName = ({ level, grade }: Rung): string => `${TITLE_LEVEL_NAMES[level]}${grade ?? ''}`

/** The rung of a type at a level and grade; undefined when its ladder has none. */
export const rungOf = (
  type: Pick<HonourType, 'ladder'>,
  { level, grade }: Rung,
): HonourType['ladder'][number] | undefined => type.ladder.find((rung) => rung.level === level && rung.grade === grade)

/** 称号全称: `平安校园（5A级）`, where a level has grades. */
export const gradedName = (name: string, grade: string | undefined): string =>
  grade === undefined ? name : `${name}（${grade}）`

const LEVEL_ORDER: readonly TitleLevel[] = ['county', 'city', 'province', 'national']

/**
 * Whether a title stands on this rung or above it. One of a level without its grade (a public list) counts as the lowest of that level;
 * a level that the ladder lacks is placed by its order.
 */
export function reaches(ladder: HonourType['ladder'], held: Rung, asked: Rung): boolean {
  if (held.level !== asked.level) return LEVEL_ORDER.indexOf(held.level) > LEVEL_ORDER.indexOf(asked.level)
  const grades = ladder.filter(({ level }) => level === asked.level).map(({ grade }) => grade)
  return Math.max(0, grades.indexOf(held.grade)) >= Math.max(0, grades.indexOf(asked.grade))
}

/** The first day on which a title held since `since` has been held for so many months. */
export const heldLongEnoughOn = (since: PlainDate, { months }: Pick<LowerTitle, 'months'>): PlainDate =>
  addMonths(since, months)

/** A list without a day says the year only: it is held from its last day on, for certain. */
export const heldSince = ({
  continuesSince,
  namedOn,
  year,
}: {
  /** Of a renewal: by terms that followed each other. */
  readonly continuesSince?: PlainDate | undefined
  readonly namedOn?: PlainDate | undefined
  readonly year: number
}): PlainDate => continuesSince ?? namedOn ?? PlainDate.parse(`${year}-12-31`)

/** 须持有县级3A级称号满12个月. */
export const lowerTitleText = (after: LowerTitle): string =>
  after.months === 0 ? `须持有${rungName(after)}称号` : `须持有${rungName(after)}称号满${after.months}个月`

export const dayTooEarly = (since: PlainDate, after: LowerTitle): string =>
  `${dayText(since)}取得${rungName(after)}称号，满${after.months}个月为${dayText(heldLongEnoughOn(since, after))}，当日起可以申报`

/** 已持有8个月零12天, counted to the day. */
export function heldForText(since: PlainDate, today: PlainDate): string {
  if (today <= since) return '今日取得'
  let months = 0
  while (addMonths(since, months + 1) <= today) months += 1
  let days = 0
  for (const from = addMonths(since, months); addDays(from, days) < today; ) days += 1
  const parts = [...(months === 0 ? [] : [`${months}个月`]), ...(days === 0 ? [] : [`${days}天`])]
  return `已持有${parts.join('零')}`
}
