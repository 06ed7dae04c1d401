import { addMonths, beijingDate, chineseDay, dayText, yearOf } from '@anjie/calendar-cn'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { MeasureContent } from '@anjie/contracts/vocabulary/supervision/measure'
import { hasTerm, isNumbered, mayBar, needsProblem } from '@anjie/contracts/vocabulary/supervision/measureKinds'
import { LISTING_MONTHS } from './limits.ts'
import { MEASURE_KIND_NAMES } from './measureNames.ts'

/** 通报、黄牌、挂牌 are told by paper, and what found something asks for an answer; anything else took place with its target, and is done by it. */
export const isAnswered = ({ kind, problems }: Pick<MeasureContent, 'kind' | 'problems'>): boolean =>
  isNumbered(kind) || problems.length > 0

/** What is wrong with a draft, by the rule of its kind; null: nothing. */
export function draftFault(content: MeasureContent, at: string): Problem | null {
  const { kind, on, documentNumber, until, isPublished, problems, bars } = content
  const name = MEASURE_KIND_NAMES[kind]
  const fault = (detail: string, pointer: string): Problem => ({ code: 'invalid-input', detail, pointer })
  if (on > beijingDate(at)) return fault('实施日期不能晚于今天', '/on')
  if (documentNumber === undefined) {
    if (isNumbered(kind)) return fault(`${name}应有文号`, '/documentNumber')
  } else if (!documentNumber.includes(`〔${yearOf(on)}〕`))
    return fault(`文号“${documentNumber}”的年份与实施日期${chineseDay(on)}不一致`, '/documentNumber')
  if (needsProblem(kind) && problems.length === 0) return fault(`${name}应列明问题`, '/problems')
  if (until === undefined) {
    if (hasTerm(kind)) return fault(`${name}应有期限`, '/until')
  } else {
    if (!hasTerm(kind)) return fault(`${name}没有期限，整改期限写在各个问题里`, '/until')
    if (until <= on) return fault('期限应晚于实施日期', '/until')
    const last = addMonths(on, LISTING_MONTHS)
    if (until > last) return fault(`期限最长${LISTING_MONTHS}个月，应在${dayText(last)}以前`, '/until')
  }
  if (bars !== undefined) {
    if (!mayBar(kind)) return fault(`${name}不在这里写限制申报：挂牌督办自挂牌之日起限制，其他措施不限制`, '/bars')
    if (documentNumber === undefined) return fault('限制申报的，应有文号', '/documentNumber')
  }
  if (isPublished && kind !== 'listing') return fault('只有挂牌督办可以向社会公布', '/isPublished')
  return null
}
