import type { CountFigure, CountOperator, CountPeriod } from './countedFrom.ts'

export const COUNT_OPERATOR_NAMES = {
  '=': '＝',
  '!=': '≠',
  '>=': '≥',
  '>': '＞',
  '<=': '≤',
  '<': '＜',
  filled: '已填',
  blank: '未填',
} as const satisfies Record<CountOperator, string>

export const COUNT_FIGURE_NAMES = {
  count: '计行数',
  share: '算占比',
  sum: '合计一列',
} as const satisfies Record<CountFigure['kind'], string>

export const COUNT_PERIOD_NAMES = {
  'as-it-stands': '提交时在册的',
  dated: '日期在本期的',
} as const satisfies Record<CountPeriod['kind'], string>
