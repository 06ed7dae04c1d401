import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { Decimal } from '@anjie/kernel'
import { countItems } from './countItems.ts'
import { lookAlikeKey } from './lookAlikes.ts'
import { containingPeriod, isWithin, lengthOf } from './periods.ts'

/** One reason why a value cannot be used as it is, or should be looked at again. */
export interface ValueProblem {
  readonly severity: 'error' | 'warning'
  readonly code:
    | 'unknown-item'
    | 'unknown-subject'
    | 'derived-item'
    | 'wrong-period'
    | 'duplicate-value'
    | 'period-overlap'
    | 'other-period-only'
    | 'negative-count'
    | 'look-alike'
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

export interface CheckedAbout {
  /** Which period is scored; figures that have nothing to do with it are named. */
  readonly period?: string | undefined
  /** The line of a row as the reader of the messages counts; without it the place in the list, from 1. */
  readonly lineOf?: (row: number) => number | string
}

/** Rows of one subject and item. */
interface Series {
  readonly value: ItemValue
  readonly item: DataItem
  /** First row of each period. */
  readonly rows: Map<string, number>
}

/** 数值检查: every value against its item's definition. Errors must be put right before scoring; warnings are for a second look. */
export function checkValues(
  scheme: Scheme,
  values: readonly ItemValue[],
  subjects?: ReadonlySet<string>,
  about: CheckedAbout = {},
): ValueProblem[] {
  const lineOf = about.lineOf ?? ((row: number) => row)
  const items = new Map(scheme.items.map((item) => [item.code, item]))
  const counted = countItems(scheme)
  const series = new Map<string, Series>()
  // Only made when a unit is not found: mostly all are.
  let known: ReadonlyMap<string, string> | undefined
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
        message: `第${lineOf(row)}行：${message}`,
      })
    }
    const item = items.get(value.item)
    if (item === undefined) {
      report('error', 'unknown-item', `方案中没有数据项“${value.item}”`)
      continue
    }
    if (subjects !== undefined && !subjects.has(value.subject)) {
      known ??= new Map([...subjects].map((subject) => [lookAlikeKey(subject), subject]))
      const alike = known.get(lookAlikeKey(value.subject))
      if (alike === undefined) report('error', 'unknown-subject', `“${value.subject}”不在考评对象中`)
      else
        report(
          'error',
          'look-alike',
          `对象“${value.subject}”与考评对象“${alike}”只差全角半角、空格、附加符号或看不见的字符；请改成一样的写法`,
        )
    }
    if (item.formula !== undefined) report('error', 'derived-item', `数据项“${item.name}”由公式算出，不能填报`)
    // A figure for the whole year of a monthly item is as good as its twelve months; the reverse is not.
    if (lengthOf(value.period) !== item.period && !isLonger(value.period, item.period))
      report('error', 'wrong-period', `数据项“${item.name}”的期间“${value.period}”短于规定的填报周期`)
    const key = `${value.subject}\n${value.item}`
    const own = series.get(key) ?? { value, item, rows: new Map<string, number>() }
    series.set(key, own)
    const first = own.rows.get(value.period)
    if (first === undefined) own.rows.set(value.period, row)
    else
      report(
        'error',
        'duplicate-value',
        `与第${lineOf(first)}行重复（${value.subject}，${item.name}，${value.period}）`,
      )
    if (value.value === undefined) continue
    checkNumber(value.value, item, report)
    const where = counted.get(item.code)
    if (where !== undefined && value.value.startsWith('-'))
      report(
        'error',
        'negative-count',
        `数据项“${item.name}”为${value.value}${item.unit}，在指标“${where}”中按次数、件数或扣分数计，不能为负数；请核对后填0或正数`,
      )
  }
  for (const one of series.values()) problems.push(...overlaps(one, lineOf))
  if (about.period !== undefined) problems.push(...otherPeriods([...series.values()], about.period, lineOf))
  return problems.toSorted((a, b) => a.row - b.row)
}

type LineOf = NonNullable<CheckedAbout['lineOf']>

const LENGTHS = ['year', 'half-year', 'quarter'] as const

/** A year's figure beside its months': only one of them could count, and nobody would know which. */
function overlaps({ value, item, rows }: Series, lineOf: LineOf): ValueProblem[] {
  if (rows.size < 2) return []
  const found = new Map<string, ValueProblem>()
  for (const [period, row] of rows)
    for (const length of LENGTHS) {
      const longer = containingPeriod(period, length)
      const above = longer === null ? undefined : rows.get(longer)
      if (longer === null || above === undefined || found.has(longer)) continue
      const later = Math.max(row, above)
      found.set(longer, {
        severity: 'error',
        code: 'period-overlap',
        row: later,
        subject: value.subject,
        item: value.item,
        message: `第${lineOf(later)}行：“${value.subject}”的数据项“${item.name}”既有${longer}的数（第${lineOf(above)}行），又有其中${period}的数（第${lineOf(row)}行），不知道以哪个为准；请只留一种`,
      })
    }
  return [...found.values()]
}

/** Figures that lie outside the scored period, where there are none inside: mostly a wrong year. */
function otherPeriods(all: readonly Series[], period: string, lineOf: LineOf): ValueProblem[] {
  const concerns = (other: string): boolean => other === period || isWithin(other, period) || isWithin(period, other)
  const outside = all.filter(({ rows }) => ![...rows.keys()].some(concerns))
  const [first] = outside
  if (first === undefined) return []
  const firstRow = ({ rows }: Series): number => Math.min(...rows.values())
  const periodsOf = (some: readonly Series[]): string => {
    const periods = [...new Set(some.flatMap(({ rows }) => [...rows.keys()]))].toSorted()
    return periods.length > 3 ? `${periods.slice(0, 3).join('、')}等` : periods.join('、')
  }
  const problem = (
    severity: ValueProblem['severity'],
    { value }: Series,
    row: number,
    message: string,
  ): ValueProblem => ({
    severity,
    code: 'other-period-only',
    row,
    subject: value.subject,
    item: value.item,
    message: `第${lineOf(row)}行：${message}`,
  })
  if (outside.length === all.length)
    return [
      problem(
        'error',
        first,
        firstRow(first),
        `全部数值都是${periodsOf(outside)}的，没有一个属于考评期${period}；请核对数据的期间，或改考评期`,
      ),
    ]
  const byItem = Map.groupBy(outside, ({ item }) => item)
  return [...byItem].map(([item, some]) => {
    const [one = first] = some
    const whose = some.length === 1 ? `“${one.value.subject}”` : `“${one.value.subject}”等${some.length}个单位`
    return problem(
      'warning',
      one,
      firstRow(one),
      `${whose}的数据项“${item.name}”只有${periodsOf(some)}的数，没有考评期${period}的，本期按${item.absentMeans === 'zero' ? '0' : '未报'}计；请核对期间`,
    )
  })
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
