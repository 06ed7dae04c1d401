import { Fragment, type ReactNode } from 'react'
import { placesOf } from '../DecimalFigure.tsx'
import { CellContent } from './CellContent.tsx'
import './Table.css'
import type { TableColumn } from './tableColumn.ts'

interface TableProps<R> {
  readonly caption: string
  /** Printed above the table, where no heading says it. */
  readonly withCaption?: boolean
  readonly rows: readonly R[]
  readonly columns: readonly TableColumn<R>[]
  readonly rowKey: (row: R, at: number) => string
  readonly empty?: ReactNode
  /** Rows of one group stand together under its name; undefined for a row without one. */
  readonly groupOf?: (row: R) => string | undefined
  readonly rowClass?: (row: R) => string
  readonly rowTestId?: (row: R) => string
  readonly testId?: string
  /** Beside the table's own, where a page prints or widens it in its way. */
  readonly className?: string
  /** Only what is beside what: the heads are for those who hear the table. */
  readonly isHeadless?: boolean
  /** Its name on every sheet of paper. */
  readonly sheetTitle?: string
  /** No taller than a good part of the screen; then it scrolls in itself. */
  readonly isLow?: boolean
  /** A frame of its own, in which a wide table scrolls. */
  readonly isFramed?: boolean
}

/** A few rows to be read inside a page or a dialog, as a table of the document: nothing to sort, pick or fill in. */
export function Table<R>(props: TableProps<R>) {
  const { caption, rows, columns } = props
  const places = columns.map((column) => (column.kind === 'figure' ? placesOf(rows.map(column.text)) : 0))
  const withTotals = columns.some(({ total }) => total !== undefined)
  const table = (
    <table
      className={`plain-table ${props.className ?? ''}`}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
    >
      <caption className={props.withCaption === true ? '' : 'visually-hidden'}>{caption}</caption>
      <thead className={props.isHeadless === true ? 'visually-hidden' : ''}>
        {props.sheetTitle !== undefined && (
          <tr className="sheet-title">
            <th colSpan={columns.length}>{props.sheetTitle}</th>
          </tr>
        )}
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={classOf(column)}>
              {column.head ?? column.name}
              {column.unit !== undefined && <span className="unit">（{column.unit}）</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const group = props.groupOf?.(row)
          const above = rows[index - 1]
          const isFirst = group !== undefined && (above === undefined || props.groupOf?.(above) !== group)
          return (
            <Fragment key={props.rowKey(row, index)}>
              {isFirst && (
                <tr className="group-row">
                  <th scope="colgroup" colSpan={columns.length}>
                    {group}
                  </th>
                </tr>
              )}
              <tr
                className={props.rowClass?.(row) ?? ''}
                {...(props.rowTestId === undefined ? {} : { 'data-testid': props.rowTestId(row) })}
              >
                {columns.map((column, at) => {
                  const content = <CellContent column={column} row={row} places={places[at] ?? 0} />
                  return column.isRowHead === true ? (
                    <th key={column.key} scope="row" className={classOf(column)}>
                      {content}
                    </th>
                  ) : (
                    <td key={column.key} className={classOf(column)}>
                      {content}
                    </td>
                  )
                })}
              </tr>
            </Fragment>
          )
        })}
      </tbody>
      {withTotals && rows.length > 0 && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <td key={column.key} className={classOf(column)}>
                {column.total?.(rows) ?? ''}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
  return (
    <div
      className={`plain-table-room ${props.isFramed === true ? 'framed' : ''} ${props.isLow === true ? 'low' : ''}`}
      {...(props.isLow === true ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      {table}
      {rows.length === 0 && props.empty !== undefined && <div className="plain-table-empty">{props.empty}</div>}
    </div>
  )
}

const classOf = <R,>({ kind, wraps }: TableColumn<R>): string =>
  [kind === 'figure' ? 'figure' : '', wraps === true ? 'wraps' : ''].filter(Boolean).join(' ')
