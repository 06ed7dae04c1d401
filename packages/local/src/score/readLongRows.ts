import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { DataPeriod, type ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { referenceKey } from '@anjie/domain/scoring/formula/index'
import { readFigure } from '@anjie/domain/scoring/readFigure'
import { err, ok, type Result, tidyText } from '@anjie/kernel'
import type { OpenTable } from './openTable.ts'
import { SUBJECT_HEADINGS, subjectFault } from './readGroups.ts'
import { type ReadRows, STATUS_ADVICE, statusOf } from './readRows.ts'
import { type Column, readTable, type TableRow } from './readTable.ts'

export const ITEM_COLUMN: Column = { name: 'item', headings: ['数据项', '指标'], required: true }
export const PERIOD_COLUMN: Column = { name: 'period', headings: ['期间', '数据期'], required: true }

const columns: readonly Column[] = [
  { name: 'subject', headings: SUBJECT_HEADINGS, required: true },
  ITEM_COLUMN,
  PERIOD_COLUMN,
  { name: 'value', headings: ['数值', '值'], required: true },
  { name: 'status', headings: ['状态'], required: true },
]

function readRow(row: TableRow, items: ReadonlyMap<string, DataItem>): Result<ItemValue, string> {
  if (row.fault !== undefined) return err(row.fault)
  const subject = tidyText(row.cell('subject'))
  const fault = subjectFault(subject)
  if (fault !== undefined) return err(fault)
  const item = items.get(referenceKey(row.cell('item')))
  if (item === undefined) return err(`方案中没有数据项“${row.cell('item').slice(0, 60)}”`)
  const period = DataPeriod.safeParse(row.cell('period').normalize('NFKC'))
  if (!period.success)
    return err(`数据项“${item.name}”的期间“${row.cell('period').slice(0, 20)}”应如 2026、2026-H1、2026-Q3 或 2026-05`)
  const written = row.cell('value')
  const word = row.cell('status')
  // A row without a status is read by its value: an empty cell was not reported, and is not zero.
  const status = word === '' ? (written === '' ? 'missing' : 'reported') : statusOf(word)
  if (status === undefined) return err(`状态“${word.slice(0, 20)}”应为 ${STATUS_ADVICE}`)
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

/** 长表: one row a figure, `subject,item,period,value,status`. */
export function readLongRows(open: OpenTable, headerAt: number, scheme: Scheme): Result<ReadRows, readonly string[]> {
  const table = readTable(open, columns, headerAt)
  if (!table.ok) return table
  const items = new Map<string, DataItem>()
  for (const item of scheme.items) items.set(referenceKey(item.name), item)
  for (const item of scheme.items) items.set(referenceKey(item.code), item)
  const values: ItemValue[] = []
  const lines: number[] = []
  const problems: ReadRows['problems'][number][] = []
  for (const row of table.value) {
    const value = readRow(row, items)
    if (value.ok) {
      values.push(value.value)
      lines.push(row.line)
    } else problems.push({ line: row.line, message: value.error })
  }
  return ok({
    values,
    lines,
    problems,
    remarks: [],
    subjects: [...new Set(values.map(({ subject }) => subject))].map((code) => ({ code })),
  })
}
