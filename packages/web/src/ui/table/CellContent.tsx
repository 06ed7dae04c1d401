import '../form/Field.css'
import { DecimalFigure } from '../DecimalFigure.tsx'
import type { TableColumn } from './tableColumn.ts'

interface CellContentProps<R> {
  readonly column: TableColumn<R>
  readonly row: R
  /** Decimal places of the column. */
  readonly places: number
  /** Of the active cell: takes what is chosen. */
  readonly onChoose?: ((text: string) => void) | undefined
}

/** What stands in a cell: what the column shows, else its text; a figure on its decimal point. */
export function CellContent<R>({ column, row, places, onChoose }: CellContentProps<R>) {
  const choices = column.editing?.choices
  if (choices !== undefined && onChoose !== undefined) {
    const text = column.text(row)
    return (
      <select
        className="control"
        tabIndex={-1}
        aria-label={column.name}
        value={choices.includes(text) ? text : ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {!choices.includes(text) && <option value="">{text}</option>}
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  if (column.show !== undefined) return column.show(row)
  const text = column.text(row)
  // A figure that has all places of its column stands as it is: thousands of them are drawn while one scrolls.
  if (column.kind !== 'figure' || text === '' || (text.split('.')[1]?.length ?? 0) === places) return text
  return <DecimalFigure value={text} places={places} />
}

export const cellClass = <R,>(column: TableColumn<R>, at: number): string =>
  [
    column.kind === 'figure' ? 'figure' : '',
    at === 0 ? 'frozen' : '',
    column.wraps === true ? 'wraps' : '',
    column.isMinor === true ? 'minor' : '',
  ]
    .filter(Boolean)
    .join(' ')
