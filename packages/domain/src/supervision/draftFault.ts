import { addMonths, beijingDate, chineseDay, dayText, yearOf } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { MeasureContent, MeasureKind } from '@anjie/contracts/vocabulary/supervision/measure'
import { LISTING_MONTHS } from './limits.ts'
import { MEASURE_KIND_NAMES } from './measureNames.ts'

/** Kinds that are a paper with a number. */
const NUMBERED: ReadonlySet<MeasureKind> = new Set(['circular', 'yellow-card', 'listing'])
/** Kinds that find something. */
const WITH_PROBLEMS: ReadonlySet<MeasureKind> = new Set(['covert', 'listing'])
/** Kinds that last until a day. */
const WITH_TERM: ReadonlySet<MeasureKind> = new Set(['yellow-card', 'listing'])

export const hasTerm = (kind: MeasureKind): boolean => WITH_TERM.has(kind)

/** 通报、黄牌、挂牌 are told by paper, and what found something asks for an answer; anything else took place with its target, and is done by it. */
export const isAnswered = ({ kind, problems }: Pick<MeasureContent, 'kind' | 'problems'>): boolean =>
  NUMBERED.has(kind) || problems.length > 0

/** What is wrong with a draft, by the rule of its kind; null: nothing. */
export function draftFault(content: MeasureContent, at: string): Problem | null {
  const { kind, on, documentNumber, until, isPublished, problems } = content
  const name = MEASURE_KIND_NAMES[kind]
  const fault = (detail: string, pointer: string): Problem => ({ code: 'invalid-input', detail, pointer })
  if (on > beijingDate(at)) return fault('实施日期不能晚于今天', '/on')
  if (documentNumber === undefined) {
    if (NUMBERED.has(kind)) return fault(`${name}应有文号`, '/documentNumber')
  } else if (!documentNumber.includes(`〔${yearOf(on)}〕`))
    return fault(`文号“${documentNumber}”的年份与实施日期${chineseDay(on)}不一致`, '/documentNumber')
  if (WITH_PROBLEMS.has(kind) && problems.length === 0) return fault(`${name}应列明问题`, '/problems')
  if (until === undefined) {
    if (WITH_TERM.has(kind)) return fault(`${name}应有期限`, '/until')
  } else {
    if (!WITH_TERM.has(kind)) return fault(`${name}没有期限，整改期限写在各个问题里`, '/until')
    if (until <= on) return fault('期限应晚于实施日期', '/until')
    const last = addMonths(on, LISTING_MONTHS)
    if (until > last) return fault(`期限最长${LISTING_MONTHS}个月，应在${dayText(last)}以前`, '/until')
  }
  if (isPublished && kind !== 'listing') return fault('只有挂牌督办可以向社会公布', '/isPublished')
  return null
}
