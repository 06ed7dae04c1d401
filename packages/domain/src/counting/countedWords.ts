import type { CountCondition, CountedFrom, CountFigure } from '@anjie/contracts/vocabulary/counting/countedFrom'
import { COUNT_OPERATOR_NAMES } from '@anjie/contracts/vocabulary/counting/countWords'
import { COUNT_SOURCE_NAMES } from '@anjie/contracts/vocabulary/counting/sources/index'

/** `由台账“综治中心”汇总：类别＝示范类的行数`: as the method page and the form say it. */
export const countedWords = (from: CountedFrom): string =>
  `由${sourceName(from)}汇总：${rowsWords(from)}${figureWords(from.figure)}`

/** `台账“综治中心”中类别＝示范类的行数`: of a figure that only stands beside another. */
export const countWords = (from: CountedFrom): string =>
  `${sourceName(from)}中${rowsWords(from)}${figureWords(from.figure)}`

/** `台账“综治中心”` */
export const sourceName = ({ source }: Pick<CountedFrom, 'source'>): string =>
  `${COUNT_SOURCE_NAMES[source.kind]}“${source.name}”`

export const conditionWords = ({ name, op, value, words }: CountCondition): string =>
  op === 'filled' || op === 'blank'
    ? `${name}${COUNT_OPERATOR_NAMES[op]}`
    : `${name}${COUNT_OPERATOR_NAMES[op]}${words ?? value ?? ''}`

function rowsWords({ where, period }: CountedFrom): string {
  const conditions = [...(period.kind === 'dated' ? [`${period.name}在本期`] : []), ...where.map(conditionWords)]
  return conditions.length === 0 ? '全部行' : conditions.join('，且')
}

function figureWords(figure: CountFigure): string {
  switch (figure.kind) {
    case 'count':
      return '的行数'
    case 'share':
      return `的行中，${figure.of.map(conditionWords).join('，且')}的占比`
    case 'sum':
      return `的“${figure.name}”合计`
  }
}
