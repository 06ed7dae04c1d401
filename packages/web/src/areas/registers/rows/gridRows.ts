import type { RegisterColumn } from '@anjie/contracts/vocabulary/registers/register'
import { readCell } from '@anjie/domain/registers/readCell'
import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { registerWords as words } from '../../../locales/zh-CN/registers.ts'
import type { CellChange, CellReading } from '../../../ui/table/tableColumn.ts'

export type RowsAnswer = Answer<(typeof OPERATIONS)['listRegisterRows']>
export type StoredRow = RowsAnswer['rows'][number]

/** A line of the grid: a stored row or an empty one, with what was typed into it and not saved. */
export interface GridRow {
  readonly key: string
  readonly stored?: StoredRow
  readonly typed: Readonly<Record<string, string>>
  /** Why cells were not taken, by column; '' for the row as a whole. */
  readonly faults: Readonly<Record<string, string>>
}

export const emptyRows = (from: number, count: number): GridRow[] =>
  Array.from({ length: count }, (_, at) => ({ key: `new-${from + at}`, typed: {}, faults: {} }))

export const gridRows = (rows: readonly StoredRow[]): GridRow[] =>
  rows.map((stored) => ({ key: stored.id, stored, typed: {}, faults: {} }))

/** A column of the grid: one of the register, or one of the days on which a standing thing began and ended. */
export type GridColumn = Omit<RegisterColumn, 'code'> & { readonly code: string }

const dayColumn = (code: string, name: string): GridColumn => ({
  code,
  name,
  type: 'date',
  required: false,
  seenBy: 'everybody',
})

/** 起日、止日 of standing things. No column of a register can be called so. */
export const ROW_DAYS = { from: dayColumn('.from', words.from), until: dayColumn('.until', words.until) } as const

/** What was typed into a row, as the server takes it: cells apart from the days of the row. */
export function givenRow({ typed }: Pick<GridRow, 'typed'>) {
  const { [ROW_DAYS.from.code]: from, [ROW_DAYS.until.code]: until, ...cells } = typed
  return { cells, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
}

/** What a cell says to people. */
export function shownCell(column: GridColumn, { stored, typed }: GridRow): string {
  const own = typed[column.code]
  if (own !== undefined) return own
  if (column.code === ROW_DAYS.from.code) return stored?.from ?? ''
  if (column.code === ROW_DAYS.until.code) return stored?.until ?? ''
  const cell = stored?.cells[column.code]
  if (cell === undefined) return ''
  if (column.type === 'yesNo') return cell === 'yes' ? words.yes : words.no
  return stored?.names?.[column.code] ?? column.choices?.find(({ code }) => code === cell)?.name ?? cell
}

const NO_UNITS = { byId: new Map(), byName: new Map() }

/** What a typed text becomes, by the same rule as on the server; which units there are, only the server knows. */
export function readTyped(column: GridColumn, typed: string, { stored }: Pick<GridRow, 'stored'> = {}): CellReading {
  const kept =
    (column.code === ROW_DAYS.from.code && stored?.from !== undefined) ||
    (column.code === ROW_DAYS.until.code && stored?.until !== undefined)
  if (kept && typed.trim() === '') return { ok: false, reason: words.dayStays }
  if (column.type === 'place' || column.type === 'unit') return { ok: true, text: typed.trim() }
  const read = readCell(column as RegisterColumn, typed, NO_UNITS)
  if (!read.ok) return { ok: false, reason: read.error }
  const { cell } = read.value
  if (cell === undefined) return { ok: true, text: '' }
  if (column.type === 'yesNo') return { ok: true, text: cell === 'yes' ? words.yes : words.no }
  return { ok: true, text: column.choices?.find(({ code }) => code === cell)?.name ?? cell }
}

/** The lines with what was typed; a cell that says again what is stored is no change. */
export function withTyped(
  rows: readonly GridRow[],
  changes: readonly CellChange<GridRow>[],
  given: readonly RegisterColumn[],
): GridRow[] {
  const columns: readonly GridColumn[] = [...given, ROW_DAYS.from, ROW_DAYS.until]
  return rows.map((row) => {
    const own = changes.filter((change) => change.row.key === row.key)
    if (own.length === 0) return row
    const typed = { ...row.typed }
    const faults = { ...row.faults }
    for (const { column: code, text } of own) {
      const column = columns.find((each) => each.code === code)
      if (column === undefined) continue
      delete faults[code]
      delete faults['']
      if (text === shownCell(column, { ...row, typed: {} })) delete typed[code]
      else typed[code] = text
    }
    return { ...row, typed, faults }
  })
}

export const changedRows = (rows: readonly GridRow[]): readonly GridRow[] =>
  rows.filter(({ typed }) => Object.keys(typed).length > 0)

/** What was typed and not saved, as it is kept beside the page. */
export const keptRows = (rows: readonly GridRow[]): readonly (readonly [string, GridRow['typed']])[] =>
  changedRows(rows).map(({ key, typed }) => [key, typed])

/** Kept lines again: those of new rows, and those of rows that stand on this page. */
export function readKeptRows(kept: unknown, stored: readonly StoredRow[]): readonly GridRow[] | undefined {
  if (!Array.isArray(kept)) return undefined
  const rows = kept.flatMap((entry): GridRow[] => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string' || typeof entry[1] !== 'object' || entry[1] === null)
      return []
    const [key, given] = entry as [string, object]
    const typed = Object.fromEntries(Object.entries(given).filter(([, text]) => typeof text === 'string'))
    const row = stored.find(({ id }) => id === key)
    if (row === undefined && !key.startsWith('new-')) return []
    return [{ key, typed, faults: {}, ...(row === undefined ? {} : { stored: row }) }]
  })
  return rows.length === 0 ? undefined : rows
}

export const rowTitleOf = (titleColumn: RegisterColumn | undefined, row: GridRow): string =>
  (titleColumn === undefined ? '' : shownCell(titleColumn, row)) || words.newRow
