import { figuresWords as words } from '../../../locales/zh-CN/cycles.ts'
import { DecimalFigure, placesOf } from '../../../ui/DecimalFigure.tsx'
import type { TableColumn } from '../../../ui/table/tableColumn.ts'
import { type FigureSheet, type SheetRow, sheetHeadings, sheetText } from './sheetCells.ts'

const FIGURE = /^-?\d/

/** One column a figure, on its decimal point; what is settled otherwise than it was reported, and what was noted, is marked. */
export function figureColumns({
  columns,
  rows,
}: Pick<FigureSheet, 'columns' | 'rows'>): readonly TableColumn<SheetRow>[] {
  const headings = sheetHeadings(columns)
  return columns.map((column, at): TableColumn<SheetRow> => {
    const places = placesOf(rows.map((row) => sheetText(column, at, row)).filter((text) => FIGURE.test(text)))
    return {
      key: String(at),
      name: headings[at] ?? column.name,
      unit: column.unit,
      kind: 'figure',
      width: 7.5,
      wraps: true,
      text: (row) => sheetText(column, at, row),
      show: (row) => {
        const text = sheetText(column, at, row)
        return FIGURE.test(text) ? (
          <DecimalFigure value={text} places={places} />
        ) : (
          <span className="quiet">{text}</span>
        )
      },
      markOf: ({ figures }) => {
        const figure = figures.find((each) => each.column === at)
        const told = [
          ...(figure?.reported === undefined ? [] : [words.settled(figure.reported)]),
          ...(figure?.note === undefined || figure.note === '' ? [] : [figure.note]),
        ]
        return told.length === 0 ? undefined : { kind: 'remarked', reason: told.join('；') }
      },
    }
  })
}
