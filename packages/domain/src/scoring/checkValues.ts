import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { Decimal } from '@anjie/kernel'
import { isWithin, lengthOf } from './periods.ts'

/** One reason why a value cannot be used as it is, or should be looked at again. */
export interface ValueProblem {
  readonly severity: 'error' | 'warning'
  readonly code:
    | 'unknown-item'
    | 'unknown-subject'
    | 'derived-item'
    | 'wrong-period'
    | 'duplicate-value'
    | 'value-below-minimum'
    | 'value-above-maximum'
    | 'too-many-digits'
    | 'percent-or-fraction'
  /** Place in the list, from 1. */
  readonly row: number
  readonly subject: string
  readonly item: string
  readonly message: string
}

/** 数值检查: every value against its item's definition. Errors must be put right before scoring; warnings are for a second look. */
export function checkValues(
  scheme: Scheme,
  values: readonly ItemValue[],
  subjects?: ReadonlySet<string>,
): ValueProblem[] {
  const items = new Map(scheme.items.map((item) => [item.code, item]))
  const seen = new Map<string, number>()
  const problems: ValueProblem[] = []
  for (const [index, value] of values.entries()) {
    const row = index + 1
    const report = (severity: ValueProblem['severity'], code: ValueProblem['code'], message: string): void => {
      problems.push({
        severity,
        code,
        row,
        subject: value.subject,
        item: value.item,
        message: `第${row}行：${message}`,
      })
    }
    const item = items.get(value.item)
    if (item === undefined) {
      report('error', 'unknown-item', `方案中没有数据项“${value.item}”`)
      continue
    }
    if (subjects !== undefined && !subjects.has(value.subject))
      report('error', 'unknown-subject', `“${value.subject}”不在考评对象中`)
    if (item.formula !== undefined) report('error', 'derived-item', `数据项“${item.name}”由公式算出，不能填报`)
    // A figure for the whole year of a monthly item is as good as its twelve months; the reverse is not.
    if (lengthOf(value.period) !== item.period && !isLonger(value.period, item.period))
      report('error', 'wrong-period', `数据项“${item.name}”的期间“${value.period}”短于规定的填报周期`)
    const key = `${value.subject}\n${value.item}\n${value.period}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    else report('error', 'duplicate-value', `与第${first}行重复（${value.subject}，${item.name}，${value.period}）`)
    if (value.value !== undefined) checkNumber(value.value, item, report)
  }
  return problems
}

const isLonger = (period: string, length: DataItem['period']): boolean =>
  length === 'month'
    ? lengthOf(period) !== 'month'
    : length === 'quarter'
      ? isWithin(`${period.slice(0, 4)}-Q1`, period) || isWithin(`${period.slice(0, 4)}-Q3`, period)
      : length === 'half-year' && lengthOf(period) === 'year'

function checkNumber(
  text: string,
  item: DataItem,
  report: (severity: ValueProblem['severity'], code: ValueProblem['code'], message: string) => void,
): void {
  const value = new Decimal(text)
  const shown = `${text}${item.unit}`
  if (item.min !== undefined && value.lt(item.min))
    report('error', 'value-below-minimum', `数据项“${item.name}”为${shown}，小于最小值${item.min}`)
  if (item.max !== undefined && value.gt(item.max))
    report('error', 'value-above-maximum', `数据项“${item.name}”为${shown}，大于最大值${item.max}`)
  if (item.digits !== undefined && value.decimalPlaces() > item.digits)
    report('error', 'too-many-digits', `数据项“${item.name}”为${shown}，最多${item.digits}位小数`)
  if (item.unit === '%' && value.gt(0) && value.lt(1))
    report(
      'warning',
      'percent-or-fraction',
      `数据项“${item.name}”为${shown}，请核对是否把百分数写成了小数（如98%写成0.98）`,
    )
}
