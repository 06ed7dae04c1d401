import { DecimalFigure } from '../DecimalFigure.tsx'
import type { TableColumn } from './tableColumn.ts'

interface CellContentProps<R> {
  readonly column: TableColumn<R>
  readonly row: R
  /** Decimal places of the column. */
  readonly places: number
}

/** What stands in a cell: what the column shows, else its text; a figure on its decimal point. */
export function CellContent<R>({ column, row, places }: CellContentProps<R>) {
  if (column.show !== undefined) return column.show(row)
  const text = column.text(row)
  return column.kind === 'figure' && text !== '' ? <DecimalFigure value={text} places={places} /> : text
}

export const cellClass = <R,>(column: TableColumn<R>, at: number): string =>
  [column.kind === 'figure' ? 'figure' : '', at === 0 ? 'frozen' : '', column.wraps === true ? 'wraps' : '']
    .filter(Boolean)
    .join(' ')
