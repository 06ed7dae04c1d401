import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { tableWords as words } from '../../locales/zh-CN/tables.ts'
import { placesOf } from '../DecimalFigure.tsx'
import { SearchField } from '../SearchField.tsx'
import { usePrinting } from '../usePrinting.ts'
import { CellContent, cellClass } from './CellContent.tsx'
import { columnWidths } from './columnWidths.ts'
import './DataTable.css'
import { foundRows, valuesOf } from './foundRows.ts'
import { TableMenu } from './TableMenu.tsx'
import type { CellChange, CellPlace, EveryRow, TableColumn } from './tableColumn.ts'
import { cellMark, useCells } from './useCells.ts'
import { useTableView } from './useTableView.ts'

interface DataTableProps<R> {
  /** What the table shows: read out, printed above it, and the name of its files. */
  readonly caption: string
  readonly rows: readonly R[]
  readonly columns: readonly TableColumn<R>[]
  readonly rowKey: (row: R) => string
  /** Keeps sort, filters and place in the address under this name; '' for the only table of a page. */
  readonly name?: string
  readonly sortedBy?: { readonly column: string; readonly down: boolean }
  /** What stands in an empty table: what to do, best with the way to it. */
  readonly empty?: ReactNode
  /** Beside the search field. */
  readonly tools?: ReactNode
  /** No line of tools above the table: a part of a page, not a list to work with. */
  readonly isPlain?: boolean
  readonly isDense?: boolean
  /** Order of the rows is theirs, as on a form. */
  readonly isUnsorted?: boolean
  /** As tall as its rows instead of scrolling in itself. */
  readonly isWhole?: boolean
  readonly onEdit?: (changes: readonly CellChange<R>[]) => void
  readonly onActivate?: (row: R | undefined) => void
  readonly onLeave?: () => void
  /** Puts one into a cell each time that it is given anew: what a finding leads to. */
  readonly goTo?: CellPlace
  readonly rowClass?: (row: R) => string
  /** Its name on every sheet of paper, where it has several. */
  readonly sheetTitle?: string
  /** Rows that are ticked, for what is done with several at once. */
  readonly picking?: RowPicking<R>
  readonly tableTestId?: string
  readonly testId?: (row: R) => string
  /** Rows for a file, where the page has only some of them: all of them, told as they come. */
  readonly everyRow?: EveryRow<R>
  /** The list is narrowed and ordered by the server: nothing is found or sorted here. */
  readonly isServed?: boolean
  /** How many there are, where that is not what stands in the table. */
  readonly countText?: string
}

export interface RowPicking<R> {
  readonly picked: ReadonlySet<string>
  readonly onPick: (keys: readonly string[], isPicked: boolean) => void
  /** What the box of a row is called; undefined for a row that cannot be ticked. */
  readonly labelOf: (row: R) => string | undefined
  readonly allLabel: string
}

/** More rows than this are drawn only where they are looked at. */
const VIRTUAL_FROM = 150
/** Rows drawn above and below what is on the screen. */
const OVERSCAN = 8
/** After that long without a step a table is where somebody wanted it, and its address may say so. */
const AT_REST_MS = 400

/**
 * The one table of the console: find, narrow, sort, choose columns, pick a block and copy it, fill in and paste, export, print.
 * Long ones draw the rows that are looked at, and all of them on paper.
 */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, rows, columns, rowKey, isServed = false, onEdit } = props
  const [view, setView] = useTableView(props.name, props.sortedBy === undefined ? {} : { sort: props.sortedBy })
  const scroller = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const hint = useId()
  const printing = usePrinting()

  const chosen = useMemo(
    () => columns.filter(({ key, hidden = false }) => hidden === view.toggled.includes(key)),
    [columns, view.toggled.join(',')],
  )
  const found = useMemo(
    () => (isServed ? rows : foundRows(rows, columns, view)),
    [rows, columns, isServed, view.search, JSON.stringify(view.filters), view.sort?.column, view.sort?.down],
  )
  const { picking } = props
  const shown = useMemo(
    () => (picking === undefined ? chosen : [pickColumn(picking, found, rowKey), ...chosen]),
    [chosen, picking, found, rowKey],
  )
  const isVirtual = found.length > VIRTUAL_FROM && !printing
  const places = useMemo(
    () => shown.map((column) => (column.kind === 'figure' ? placesOf(rows.map(column.text)) : 0)),
    [shown, rows],
  )
  const widths = useMemo(() => (isVirtual ? columnWidths(shown, rows) : []), [isVirtual, shown, rows])
  const rowHeight = useRowHeight(props.isDense === true)
  const virtual = useVirtualizer({
    count: isVirtual ? found.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset: view.from * rowHeight,
    scrollPaddingStart: rowHeight,
    scrollPaddingEnd: rowHeight,
    isScrollingResetDelay: AT_REST_MS,
  })
  useEffect(() => virtual.measure(), [rowHeight, virtual])
  const drawn = isVirtual
    ? virtual.getVirtualItems().map(({ index }) => index)
    : Array.from({ length: found.length }, (_, index) => index)
  const before = isVirtual ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0
  const after = isVirtual ? virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0) : 0

  // Where a long table was left stands in the address once it comes to rest.
  const first = isVirtual && !virtual.isScrolling ? Math.round((virtual.scrollOffset ?? 0) / rowHeight) : undefined
  useEffect(() => {
    if (first !== undefined && first !== view.from && props.name !== undefined) setView({ from: first })
  }, [first])

  const cells = useCells({
    rows: found,
    columns: shown,
    rowKey,
    onEdit,
    onActivate: props.onActivate,
    onLeave: props.onLeave,
    scroller,
    showRow: (row) => {
      if (isVirtual) virtual.scrollToIndex(row, { align: 'auto' })
    },
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3),
  })
  useEffect(() => {
    if (props.goTo === undefined) return
    const row = found.findIndex((each) => rowKey(each) === props.goTo?.row)
    const column = shown.findIndex(({ key }) => key === props.goTo?.column)
    if (row >= 0 && column >= 0) cells.focusCell({ row, column })
  }, [props.goTo])
  const narrow = (key: string, value: string) => {
    const { [key]: _, ...others } = view.filters
    setView({ from: 0, filters: value === '' ? others : { ...others, [key]: value } })
  }
  const sortBy = (key: string) => {
    const { sort } = view
    const next =
      sort?.column !== key
        ? { column: key, down: false }
        : sort.down && props.sortedBy?.column !== key
          ? undefined
          : { column: key, down: !sort.down }
    setView({ sort: next, from: 0 })
    scroller.current?.scrollTo({ top: 0 })
  }
  const isSortable = !isServed && props.isUnsorted !== true
  const pressSort = useRef(sortBy)
  pressSort.current = sortBy
  // Neither changes while one scrolls; totals go over all rows.
  const heads = useMemo(
    () =>
      shown.map((column, at) => (
        <ColumnHead
          key={column.key}
          column={column}
          isFrozen={at === 0}
          sort={view.sort?.column === column.key ? view.sort : undefined}
          {...(isSortable && column.isControl !== true ? { onSort: () => pressSort.current(column.key) } : {})}
        />
      )),
    [shown, view.sort?.column, view.sort?.down, isSortable],
  )
  const totals = useMemo(() => <TotalsRow columns={shown} rows={found} />, [shown, found])
  const { edges, active, focused } = cells
  const faults = [...cells.refused.values()]
  const nextFault = () => {
    const from = active ?? { row: -1, column: -1 }
    const places = faults
      .map((fault) => ({
        row: found.findIndex((row) => rowKey(row) === rowKey(fault.row)),
        column: shown.findIndex(({ key }) => key === fault.column),
      }))
      .filter(({ row, column }) => row >= 0 && column >= 0)
      .toSorted((a, b) => a.row - b.row || a.column - b.column)
    const next =
      places.find(({ row, column }) => row > from.row || (row === from.row && column > from.column)) ?? places[0]
    if (next !== undefined) cells.focusCell(next)
  }

  return (
    <section className="data-table" aria-label={caption}>
      {props.isPlain !== true && (
        <div className="data-table-tools no-print">
          {!isServed && (
            <SearchField
              initial={view.search}
              label={words.find}
              hint={words.find}
              onSearch={(search) => setView({ search, from: 0 })}
            />
          )}
          {props.tools}
          {!isServed &&
            columns
              .filter(({ filtered }) => filtered === true)
              .map((column) => (
                <ColumnFilter
                  key={column.key}
                  column={column}
                  rows={rows}
                  value={view.filters[column.key] ?? ''}
                  onChange={(value) => narrow(column.key, value)}
                />
              ))}
          <span className="count" role="status">
            {props.countText ??
              (found.length === rows.length ? words.rows(rows.length) : words.rowsOf(found.length, rows.length))}
          </span>
          <TableMenu
            caption={caption}
            columns={columns}
            shown={chosen}
            rows={found}
            everyRow={props.everyRow}
            onToggle={(key) => {
              const toggled = view.toggled.includes(key)
                ? view.toggled.filter((each) => each !== key)
                : [...view.toggled, key]
              setView({ toggled })
            }}
          />
        </div>
      )}
      <div
        ref={scroller}
        className={`data-table-room ${props.isWhole === true ? 'whole' : ''} ${isVirtual ? 'virtual' : ''} ${focused ? 'has-focus' : ''}`}
        {...cells.mouse}
      >
        <textarea
          ref={cells.sink.ref}
          className={`cell-input ${cells.isTyping ? 'typing' : ''} ${shown[active?.column ?? 0]?.kind ?? 'text'}`}
          rows={1}
          inputMode={onEdit === undefined ? 'none' : 'text'}
          aria-label={caption}
          aria-describedby={hint}
          autoComplete="off"
          spellCheck={false}
          readOnly={cells.sink.readOnly}
          value={cells.sink.value}
          onChange={(event) => cells.sink.onChange(event.target.value)}
          onCompositionStart={cells.sink.onCompositionStart}
          onKeyDown={cells.sink.onKeyDown}
          onCopy={cells.sink.onCopy}
          onCut={cells.sink.onCut}
          onPaste={cells.sink.onPaste}
          onFocus={cells.sink.onFocus}
          onBlur={cells.sink.onBlur}
        />
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a data grid on a table, whose cells then are gridcells
          role="grid"
          {...(props.tableTestId === undefined ? {} : { 'data-testid': props.tableTestId })}
          className={props.isDense === true ? 'dense' : ''}
          aria-label={caption}
          aria-rowcount={found.length + 1}
          aria-colcount={shown.length}
          aria-readonly={onEdit === undefined}
          aria-multiselectable="true"
        >
          <caption className="data-table-caption">{caption}</caption>
          {(isVirtual || shown.some(({ width }) => width !== undefined)) && (
            <colgroup>
              {shown.map((column, at) => {
                // A short table is as wide as what stands in it, but for columns that say otherwise.
                const width = isVirtual ? widths[at] : column.width
                return <col key={column.key} style={width === undefined ? {} : { width: `${width}em` }} />
              })}
            </colgroup>
          )}
          <thead>
            {props.sheetTitle !== undefined && (
              <tr className="sheet-title">
                <th colSpan={shown.length}>{props.sheetTitle}</th>
              </tr>
            )}
            <tr aria-rowindex={1}>{heads}</tr>
          </thead>
          <tbody>
            {before > 0 && <Gap height={before} columns={shown.length} />}
            {drawn.map((index) => {
              const row = found[index]
              if (row === undefined) return null
              const inBlock = focused && edges !== undefined && index >= edges.top && index <= edges.bottom
              return (
                <BodyRow
                  key={rowKey(row)}
                  row={row}
                  index={index}
                  columns={shown}
                  places={places}
                  from={inBlock ? edges.left : -1}
                  to={inBlock ? edges.right : -1}
                  activeColumn={focused && active?.row === index ? active.column : -1}
                  refusedAt={cells.refused.size === 0 ? undefined : cells.refusedAt}
                  onChoose={focused && active?.row === index ? cells.choose : undefined}
                  className={props.rowClass?.(row) ?? ''}
                  testId={props.testId?.(row)}
                />
              )
            })}
            {after > 0 && <Gap height={after} columns={shown.length} />}
          </tbody>
          {totals}
        </table>
        {found.length === 0 && (
          <div className="data-table-empty">{rows.length === 0 ? props.empty : words.rowsOf(0, rows.length)}</div>
        )}
      </div>
      <p id={hint} className="data-table-said no-print">
        <span className="hint">{onEdit === undefined ? words.hint : words.hintEditing}</span>
        <span role="status">{cells.said}</span>
        {faults.length > 0 && (
          <span className="faults">
            {words.refusedCount(faults.length)}{' '}
            <button type="button" className="plain" onClick={nextFault}>
              {words.refusedNext}
            </button>{' '}
            <button type="button" className="plain" onClick={cells.forget}>
              {words.refusedForget}
            </button>
          </span>
        )}
      </p>
    </section>
  )
}

/** As tall as the style sheet makes a row, which large type changes. */
function useRowHeight(isDense: boolean): number {
  const read = () =>
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(isDense ? '--row-dense' : '--row')) ||
    36
  const [height, setHeight] = useState(read)
  useEffect(() => {
    const watch = new MutationObserver(() => setHeight(read()))
    watch.observe(document.documentElement, { attributeFilter: ['class'] })
    return () => watch.disconnect()
  })
  return height
}

const pickColumn = <R,>(picking: RowPicking<R>, rows: readonly R[], rowKey: (row: R) => string): TableColumn<R> => {
  const able = rows.filter((row) => picking.labelOf(row) !== undefined).map(rowKey)
  return {
    key: 'pick',
    name: '',
    width: 3,
    isControl: true,
    head: (
      <input
        type="checkbox"
        aria-label={picking.allLabel}
        checked={able.length > 0 && able.every((key) => picking.picked.has(key))}
        disabled={able.length === 0}
        onChange={(event) => picking.onPick(able, event.target.checked)}
      />
    ),
    text: () => '',
    show: (row) => {
      const label = picking.labelOf(row)
      const key = rowKey(row)
      return label === undefined ? null : (
        <input
          type="checkbox"
          aria-label={label}
          checked={picking.picked.has(key)}
          onChange={(event) => picking.onPick([key], event.target.checked)}
        />
      )
    },
  }
}

/** Room of the rows that are not drawn. */
const Gap = ({ height, columns }: { height: number; columns: number }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
  <tr aria-hidden="true" className="gap">
    <td colSpan={columns} style={{ height }} />
  </tr>
)

function TotalsRow<R>({ columns, rows }: { columns: readonly TableColumn<R>[]; rows: readonly R[] }) {
  if (rows.length === 0 || columns.every(({ total }) => total === undefined)) return null
  // Not in the narrow column of boxes to tick.
  const named = columns.findIndex(({ isControl }) => isControl !== true)
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) => (
          <td key={column.key} className={cellClass(column, at)}>
            {column.total?.(rows) ?? (at === named ? words.total : '')}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

interface ColumnHeadProps<R> {
  readonly column: TableColumn<R>
  readonly isFrozen: boolean
  readonly sort: { readonly down: boolean } | undefined
  readonly onSort?: () => void
}

function ColumnHead<R>({ column, isFrozen, sort, onSort }: ColumnHeadProps<R>) {
  const name = (
    <>
      {column.head ?? column.name}
      {column.unit !== undefined && <span className="unit">（{column.unit}）</span>}
    </>
  )
  return (
    <th
      scope="col"
      className={cellClass(column, isFrozen ? 0 : 1)}
      {...(onSort === undefined
        ? {}
        : { 'aria-sort': sort === undefined ? 'none' : sort.down ? 'descending' : 'ascending' })}
    >
      {onSort === undefined ? (
        name
      ) : (
        <button
          type="button"
          className="sort"
          title={sort === undefined || sort.down ? words.sortUp(column.name) : words.sortDown(column.name)}
          onClick={onSort}
        >
          {name}
          <span aria-hidden="true" className="arrow">
            {sort === undefined ? '' : sort.down ? '↓' : '↑'}
          </span>
        </button>
      )}
    </th>
  )
}

interface BodyRowProps<R> {
  readonly row: R
  readonly index: number
  readonly columns: readonly TableColumn<R>[]
  readonly places: readonly number[]
  /** First and last column that is picked in this row; -1 for none. */
  readonly from: number
  readonly to: number
  readonly activeColumn: number
  readonly refusedAt:
    | ((row: R, column: string) => { readonly text: string; readonly reason: string } | undefined)
    | undefined
  readonly onChoose: ((text: string) => void) | undefined
  readonly className: string
  readonly testId: string | undefined
}

/** A row is drawn anew only when it or what is picked in it changed. */
const BodyRow = memo(function BodyRow<R>(props: BodyRowProps<R>) {
  const { row, index, columns, from, to, activeColumn } = props
  return (
    <tr
      aria-rowindex={index + 2}
      className={`${props.className} ${activeColumn >= 0 ? 'active' : ''}`}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
    >
      {columns.map((column, at) => {
        const fault = props.refusedAt?.(row, column.key)
        const mark =
          fault === undefined
            ? column.markOf?.(row)
            : ({ kind: 'wrong', reason: words.refusedHere(fault.text, fault.reason) } as const)
        const locked = column.editing !== undefined && column.editing.lockedBecause?.(row) !== undefined
        const classes = [
          cellClass(column, at),
          at >= from && at <= to ? 'picked' : '',
          at === activeColumn ? 'active-cell' : '',
          column.editing !== undefined && !locked ? 'editable' : '',
          column.editing?.choices !== undefined && !locked ? 'chosen-from' : '',
          locked ? 'locked' : '',
          fault === undefined ? '' : 'refused',
          mark === undefined ? '' : 'marked',
        ]
          .filter(Boolean)
          .join(' ')
        const shared = {
          className: classes,
          ...cellMark(index, at),
          ...(at >= from && at <= to ? { 'aria-selected': true } : {}),
          ...(column.editing === undefined ? {} : { 'aria-readonly': locked }),
          ...(fault === undefined ? {} : { 'aria-invalid': true }),
          ...(mark === undefined ? {} : { title: mark.reason }),
        }
        const content = (
          <>
            {mark !== undefined && (
              <span className={`mark ${mark.kind}`}>
                <span className="visually-hidden">{mark.reason}</span>
              </span>
            )}
            {fault === undefined ? (
              <CellContent
                column={column}
                row={row}
                places={props.places[at] ?? 0}
                onChoose={at === activeColumn && !locked ? props.onChoose : undefined}
              />
            ) : (
              fault.text
            )}
          </>
        )
        return column.isRowHead === true ? (
          <th key={column.key} scope="row" {...shared}>
            {content}
          </th>
        ) : (
          <td key={column.key} {...shared}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}) as <R>(props: BodyRowProps<R>) => ReactNode

interface ColumnFilterProps<R> {
  readonly column: TableColumn<R>
  readonly rows: readonly R[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows by the values that occur; a column that says one thing only asks nothing. */
function ColumnFilter<R>({ column, rows, value, onChange }: ColumnFilterProps<R>) {
  const values = useMemo(() => valuesOf(rows, column), [rows, column])
  if (values.length < 2 && value === '') return null
  return (
    <select aria-label={column.name} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{words.allValues(column.name)}</option>
      {values.map(([text, count]) => (
        <option key={text} value={text}>
          {words.value(text, count)}
        </option>
      ))}
    </select>
  )
}
