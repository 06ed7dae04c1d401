import type { TableColumn } from './tableColumn.ts'

const LEAST = 4
const MOST = 22
/** Space at both sides of a cell. */
const PADDING = 1.6

/** Width of a text in em: a Chinese character is one, a figure or Latin letter a little over half. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e7f' || character === '—' ? 1 : 0.58
  return width
}

/** Widths in em that hold still while rows come and go: by the longest text of each column, within reason. */
export const columnWidths = <R>(columns: readonly TableColumn<R>[], rows: readonly R[]): readonly number[] =>
  columns.map((column) => {
    if (column.width !== undefined) return column.width
    const heading = textWidth(`${column.name}${column.unit ?? ''}`) + 1.5
    const longest = rows.reduce((most, row) => Math.max(most, textWidth(column.text(row))), heading)
    return Math.min(Math.max(longest, LEAST), MOST) + PADDING
  })
