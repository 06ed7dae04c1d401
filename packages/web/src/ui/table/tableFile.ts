import { csvOf } from '@anjie/documents/csv'
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
      columns: columns.map((column) => ({ name: heading(column), isFigure: column.kind === 'figure' })),
      rows: texts,
    })
  }
  const figures = columns.map((column) => column.kind === 'figure')
  return csvOf([
    columns.map(heading),
    ...texts.map((row) => row.map((text, at) => (figures[at] && /^-?\d/.test(text) ? { figure: text } : text))),
  ])
}
