import { csvOf } from '@anjie/documents/csv'
import { dayShown } from '@anjie/documents/tables/dayCell'
import { tableWorkbook } from '@anjie/documents/tableWorkbook'
import type { TableColumn } from './tableColumn.ts'

const heading = <R>({ name, unit }: TableColumn<R>): string => (unit === undefined ? name : `${name}（${unit}）`)

/** The rows and columns that are shown, as a file; figures stay figures and codes stay text. */
export async function tableFile<R>(
  kind: 'xlsx' | 'csv',
  title: string,
  columns: readonly TableColumn<R>[],
  rows: readonly R[],
): Promise<Uint8Array> {
  const texts = rows.map((row) => columns.map((column) => column.text(row)))
  if (kind === 'xlsx') {
    return tableWorkbook({
      title,
      columns: columns.map((column) => ({
        name: heading(column),
        isFigure: column.kind === 'figure',
        isDay: column.kind === 'day',
      })),
      rows: texts,
    })
  }
  const cellOf = (text: string, at: number) => {
    const { kind } = columns[at] ?? {}
    if (kind === 'figure' && /^-?\d/.test(text)) return { figure: text }
    return kind === 'day' ? dayShown(text) : text
  }
  return csvOf([columns.map(heading), ...texts.map((row) => row.map(cellOf))], { isForSpreadsheets: true })
}
