import { inOrder } from './cellOrder.ts'
import type { TableView } from './tableAddress.ts'
import type { TableColumn } from './tableColumn.ts'

/** Half-width letters and figures, without capitals: what an input method leaves in either width is the same word. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The rows that a view asks for, in its order. Several words must all occur, each in any column. */
export function foundRows<R>(rows: readonly R[], columns: readonly TableColumn<R>[], view: TableView): readonly R[] {
  const words = plain(view.search).split(/\s+/).filter(Boolean)
  const narrowed = columns.flatMap((column) => {
    const value = view.filters[column.key]
    return value === undefined ? [] : [{ column, value }]
  })
  const found = rows.filter(
    (row) =>
      narrowed.every(({ column, value }) => column.text(row) === value) &&
      (words.length === 0 || words.every((word) => columns.some((column) => plain(column.text(row)).includes(word)))),
  )
  const { sort } = view
  const column = sort === undefined ? undefined : columns.find(({ key }) => key === sort.column)
  return column === undefined || sort === undefined ? found : inOrder(found, column, sort.down)
}

/** The values that occur in a column and how often, the order of their first row. */
export function valuesOf<R>(rows: readonly R[], column: TableColumn<R>): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const text = column.text(row)
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
}
