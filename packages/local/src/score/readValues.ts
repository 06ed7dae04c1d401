import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { checkValues } from '@anjie/domain/scoring/checkValues'
import { Decimal, err, ok, type Result } from '@anjie/kernel'
import type { OpenTable } from './openTable.ts'
import { SUBJECT_HEADINGS } from './readGroups.ts'
import { ITEM_COLUMN, readLongRows } from './readLongRows.ts'
import type { ReadRows, RowSubject } from './readRows.ts'
import { columnPlaces } from './readTable.ts'
import { isWideHeader, readWideRows } from './readWideRows.ts'

const MOST_PROBLEMS = 200
/** Sheets begin with a title, a unit of measurement, a date; the headings come soon after. */
const HEADER_WITHIN = 10

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
  /** Everybody who stands in the sheet, with the name and group that a wide one gives. */
  readonly subjects: readonly RowSubject[]
  /** What should be looked at again, though it does not stand in the way. */
  readonly warnings: readonly string[]
}

const LONG_HEADER = [{ name: 'subject', headings: SUBJECT_HEADINGS, required: true }, ITEM_COLUMN]

interface FoundHeader {
  readonly open: OpenTable
  readonly at: number
  readonly wide: boolean
}

function headersIn(open: OpenTable, scheme: Scheme): readonly FoundHeader[] {
  for (const [at, line] of open.lines.slice(0, HEADER_WITHIN).entries()) {
    if (columnPlaces(line.cells, LONG_HEADER).ok) return [{ open, at, wide: false }]
    if (isWideHeader(line, scheme)) return [{ open, at, wide: true }]
  }
  return []
}

function readRows(
  tables: readonly OpenTable[],
  scheme: Scheme,
  period: string | undefined,
): Result<ReadRows & { readonly name: string }, readonly string[]> {
  const found = tables.flatMap((table) => headersIn(table, scheme))
  const [header, ...others] = found
  if (others.length > 0)
    return err([`有几张工作表都像数据表（${found.map(({ open }) => open.name).join('、')}），请用 --sheet 指定一张`])
  const [first] = tables
  if (first === undefined) return err(['没有数据'])
  // Not a wide sheet and no long one either: what the long one lacks is the shortest answer.
  const { open, at, wide } = header ?? { open: first, at: 0, wide: false }
  if (wide && period === undefined) return err([`${open.name}：宽表没有期间列，请用 --period 指定期间`])
  const rows = wide && period !== undefined ? readWideRows(open, at, scheme, period) : readLongRows(open, at, scheme)
  if (rows.ok) return ok({ ...rows.value, name: open.name })
  const neither = header === undefined && !columnPlaces(open.lines[at]?.cells ?? [], [ITEM_COLUMN]).ok
  return neither
    ? err([...rows.error, `${open.name}：或用宽表：一行一个对象，有“对象”一列，其余各列以数据项的名称或代码为列名`])
    : rows
}

/**
 * Reads a sheet of figures, long (`subject,item,period,value,status`) or wide (a row a subject, a column an item; `period`
 * where it names none). Refuses the whole file with every faulty row named, as half a file is no basis.
 */
export function readValues(
  tables: readonly OpenTable[],
  scheme: Scheme,
  about: { readonly subjects?: ReadonlySet<string> | undefined; readonly period?: string | undefined } = {},
): Result<ReadValues, readonly string[]> {
  const read = readRows(tables, scheme, about.period)
  if (!read.ok) return read
  const { name, values, lines, subjects } = read.value
  const problems = [...read.value.problems]
  const warnings = [
    ...tables.flatMap(({ remarks }) => remarks),
    ...read.value.remarks.map((remark) => `${name}：${remark}`),
  ]
  const inList = /^第[ \d]+行：/
  // The check counts the values that could be read; the reader of the message counts lines of the file.
  const lineOf = (row: number): number => lines[row - 1] ?? 0
  const checked = checkValues(scheme, values, about.subjects, {
    period: about.period,
    lineOf: (row) => ` ${lineOf(row)} `,
  })
  for (const { severity, row, message } of checked) {
    const text = message.replace(inList, '')
    if (severity === 'error') problems.push({ line: lineOf(row), message: text })
    else warnings.push(`${name} 第 ${lineOf(row)} 行：${text}`)
  }
  const found = [
    ...problems.toSorted((a, b) => a.line - b.line).map(({ line, message }) => `${name} 第 ${line} 行：${message}`),
    ...fractionColumns(values, scheme).map((problem) => `${name}：${problem}`),
  ]
  if (found.length === 0) return ok({ values, subjects, warnings })
  const more = found.length - MOST_PROBLEMS
  return err(more > 0 ? [...found.slice(0, MOST_PROBLEMS), `${name}：另有 ${more} 处问题`] : found)
}
