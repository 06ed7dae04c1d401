import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DataPeriod, type ItemValue, type ItemValueStatus } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { checkValues } from '@anjie/domain/scoring/checkValues'
import { referenceKey } from '@anjie/domain/scoring/formula/index'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { Decimal, err, ok, type Result } from '@anjie/kernel'
import { type Column, readTable, type TableRow } from './readTable.ts'

const columns: readonly Column[] = [
  { name: 'subject', headings: ['对象', '单位代码', '代码'], required: true },
  { name: 'item', headings: ['数据项', '指标'], required: true },
  { name: 'period', headings: ['期间', '数据期'], required: true },
  { name: 'value', headings: ['数值', '值'], required: true },
  { name: 'status', headings: ['状态'], required: true },
]

const statuses: ReadonlyMap<string, ItemValueStatus> = new Map([
  ['reported', 'reported'],
  ['已报', 'reported'],
  ['missing', 'missing'],
  ['未报', 'missing'],
  ['not-applicable', 'not-applicable'],
  ['不适用', 'not-applicable'],
  ['invalid', 'invalid'],
  ['无效', 'invalid'],
])

const MOST_PROBLEMS = 200

function readRow({ cells }: TableRow, items: ReadonlyMap<string, DataItem>): Result<ItemValue, string> {
  const cell = (name: string): string => cells.get(name) ?? ''
  const subject = cell('subject')
  if (subject === '' || subject.length > 60) return err('subject 应为 1 至 60 个字')
  const item = items.get(referenceKey(cell('item')))
  if (item === undefined) return err(`方案中没有数据项“${cell('item').slice(0, 60)}”`)
  const period = DataPeriod.safeParse(cell('period').normalize('NFKC'))
  if (!period.success)
    return err(`数据项“${item.name}”的期间“${cell('period').slice(0, 20)}”应如 2026、2026-H1、2026-Q3 或 2026-05`)
  const written = cell('value')
  // A row without a status is read by its value: an empty cell was not reported, and is not zero.
  const status =
    cell('status') === '' ? (written === '' ? 'missing' : 'reported') : statuses.get(cell('status').toLowerCase())
  if (status === undefined) {
    return err(
      `状态“${cell('status').slice(0, 20)}”应为 reported（已报）、missing（未报）、not-applicable（不适用）或 invalid（无效）`,
    )
  }
  const about = { subject, item: item.code, period: period.data }
  if (status !== 'reported') {
    return written === ''
      ? ok({ ...about, status })
      : err(`数据项“${item.name}”的状态不是已报，却有数值“${written.slice(0, 40)}”`)
  }
  const figure = readFigure(written, item.unit)
  return figure.ok
    ? ok({ ...about, status, value: figure.value })
    : err(`数据项“${item.name}”的数值“${written.slice(0, 60)}”${figure.error}`)
}

/** Rates out of 100 that were all filled as fractions of 1 would each be valid, and every score wrong. */
function fractionColumns(values: readonly ItemValue[], scheme: Scheme): string[] {
  return scheme.items.flatMap((item) => {
    if (item.unit !== '%' || item.max === undefined || !new Decimal(item.max).gte(100)) return []
    const figures = values.flatMap((row) =>
      row.item === item.code && row.value !== undefined ? [new Decimal(row.value)] : [],
    )
    const positive = figures.filter((figure) => figure.gt(0))
    const looksLikeFractions = positive.length >= 3 && positive.every((figure) => figure.lte(1))
    return looksLikeFractions
      ? [`数据项“${item.name}”以 % 计，全部 ${positive.length} 个数值却不大于 1，是否填成了小数（如 0.96 应填 96）`]
      : []
  })
}

export interface ReadValues {
  readonly values: readonly ItemValue[]
  /** What should be looked at again, though it does not stand in the way. */
  readonly warnings: readonly string[]
}

/** Reads `subject,item,period,value,status`; refuses the whole file with every faulty row named, as half a file is no basis. */
export function readValues(
  file: string,
  bytes: Uint8Array,
  scheme: Scheme,
  subjects?: ReadonlySet<string>,
): Result<ReadValues, readonly string[]> {
  const table = readTable(file, bytes, columns)
  if (!table.ok) return table
  const items = new Map<string, DataItem>()
  for (const item of scheme.items) items.set(referenceKey(item.name), item)
  for (const item of scheme.items) items.set(referenceKey(item.code), item)
  const values: ItemValue[] = []
  const lines: number[] = []
  const problems: { line: number; message: string }[] = []
  for (const row of table.value) {
    const value = readRow(row, items)
    if (value.ok) {
      values.push(value.value)
      lines.push(row.line)
    } else problems.push({ line: row.line, message: value.error })
  }
  const warnings: string[] = []
  const inList = /^第(\d+)行：/
  const lineOf = (row: number): number => lines[row - 1] ?? 0
  for (const { severity, row, message } of checkValues(scheme, values, subjects)) {
    // The check counts the values that could be read; the reader of the message counts lines of the file.
    const text = message
      .replace(inList, '')
      .replace(/与第(\d+)行重复/, (_, first) => `与第 ${lineOf(Number(first))} 行重复`)
    if (severity === 'error') problems.push({ line: lineOf(row), message: text })
    else warnings.push(`${file} 第 ${lineOf(row)} 行：${text}`)
  }
  const found = [
    ...problems.toSorted((a, b) => a.line - b.line).map(({ line, message }) => `${file} 第 ${line} 行：${message}`),
    ...fractionColumns(values, scheme).map((problem) => `${file}：${problem}`),
  ]
  if (found.length === 0) return ok({ values, warnings })
  const more = found.length - MOST_PROBLEMS
  return err(more > 0 ? [...found.slice(0, MOST_PROBLEMS), `${file}：另有 ${more} 处问题`] : found)
}
