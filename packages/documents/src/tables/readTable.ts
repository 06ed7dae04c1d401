import { jsonPointer } from '@anjie/contracts/vocabulary/jsonPointer'
import { type CellContent, columnLetters, type MergedArea, type SheetGrid } from '../xlsx/readSheet.ts'
import { narrowed } from './cellText.ts'
import { choice } from './codec.ts'
import { type FieldPath, isObject, pathFor, type TableLayout } from './tableLayout.ts'

/** One thing to put right, and where. `row` is 0 and `column` empty where the whole sheet is meant; `sheet` is empty for the whole file. */
export interface CellProblem {
  readonly sheet: string
  readonly row: number
  /** Letters as the spreadsheet shows them. */
  readonly column: string
  readonly message: string
}

/** A row that was read: the object that it stands for, and in which cell each of its fields lies. */
export interface ReadRow {
  readonly row: number
  readonly kind: string
  readonly value: Record<string, unknown>
  /** JSON pointer inside the object → column. */
  readonly places: ReadonlyMap<string, { readonly letters: string; readonly header: string }>
}

export interface ReadTable {
  readonly rows: readonly ReadRow[]
  readonly problems: readonly CellProblem[]
}

/** The scheme's own words for what is wrong with a field, turned to somebody in front of a cell. */
export const adviceFor = (reason: string): string => (reason === '请填写' ? '没有填；请填写' : reason)

const HEADER_WITHIN = 10
const LONGEST_SHOWN = 30

const headerText = (cell: CellContent | undefined): string =>
  cell?.kind === 'text' ? narrowed(cell.text).replace(/\s+/g, '').replace(/^\*/, '') : ''

const shown = (name: string): string => `“${name.slice(0, LONGEST_SHOWN)}”`

/** Which column of the sheet holds which column of the layout. Headers are looked up in a map, so that any name is harmless. */
interface Headers {
  readonly row: number
  readonly known: ReadonlyMap<string, number>
  /** Columns whose JSON is continued in others. */
  readonly continued: ReadonlyMap<string, readonly number[]>
  readonly problems: readonly CellProblem[]
}

const CONTINUED = /^(.+)续(\d{1,3})$/

export function readTable(sheet: string, grid: SheetGrid, layout: TableLayout): ReadTable {
  const headers = findHeaders(sheet, grid, layout)
  if (headers === undefined) {
    const wanted = layout.columns.slice(0, 4).map(({ header }) => shown(header))
    const message = `前 ${HEADER_WITHIN} 行里没有找到表头（应有${wanted.join('、')}等）；请使用导出的模板，不要合并或改写表头`
    return { rows: [], problems: [{ sheet, row: 0, column: '', message }] }
  }
  const merges = mergedCells(grid, headers.row)
  const problems: CellProblem[] = [...headers.problems]
  const rows: ReadRow[] = []
  const last = Math.max(...grid.rows.keys(), ...[...merges.keys()].map((row) => row))
  const bodyRows = new Set([...grid.rows.keys(), ...merges.keys()].filter((row) => row > headers.row && row <= last))
  for (const row of [...bodyRows].sort((one, other) => one - other)) {
    const read = readRow(sheet, grid, layout, headers, merges.get(row), row)
    problems.push(...read.problems)
    if (read.row !== undefined) rows.push(read.row)
  }
  return { rows, problems }
}

function findHeaders(sheet: string, grid: SheetGrid, layout: TableLayout): Headers | undefined {
  const wanted = new Set([
    ...layout.columns.map(({ header }) => header),
    ...(layout.kinds === undefined ? [] : [layout.kinds.header]),
    ...(layout.information === undefined ? [] : [layout.information.header]),
  ])
  const formerly = new Map(
    layout.columns.flatMap((column) =>
      column.formerly === undefined ? [] : [[column.formerly, column.header] as const],
    ),
  )
  const called = (cell: CellContent | undefined): string => formerly.get(headerText(cell)) ?? headerText(cell)
  const isKnown = (header: string): boolean => wanted.has(header) || wanted.has(CONTINUED.exec(header)?.[1] ?? '')
  let best: { row: number; count: number } | undefined
  // Rows count from 1; in front of them may stand a header that was not in the source.
  for (let row = 0; row <= HEADER_WITHIN; row += 1) {
    const count = [...(grid.rows.get(row)?.values() ?? [])].filter((cell) => isKnown(called(cell))).length
    if (count >= 2 && (best === undefined || count > best.count)) best = { row, count }
  }
  if (best === undefined) return undefined
  const known = new Map<string, number>()
  const continued = new Map<string, Map<number, number>>()
  const problems: CellProblem[] = []
  const at = best.row
  for (const [column, cell] of grid.rows.get(at) ?? []) {
    const header = called(cell)
    const problem = (message: string) => problems.push({ sheet, row: at, column: columnLetters(column), message })
    const [, base = '', number = ''] = CONTINUED.exec(header) ?? []
    if (wanted.has(header)) {
      if (known.has(header)) problem(`表头${shown(header)}出现了两次；请删去其中一列`)
      else known.set(header, column)
    } else if (wanted.has(base)) {
      const parts = continued.get(base) ?? new Map<number, number>()
      continued.set(base, parts.set(Number(number), column))
    } else if (header !== '') problem(`不认识的表头${shown(header)}；请改用模板里的表头，或删去这一列`)
    else problem('表头不是文字；请改用模板里的表头，或删去这一列')
  }
  for (const [row, cells] of grid.rows) {
    if (row <= at) continue
    for (const column of cells.keys())
      if (!grid.rows.get(at)?.has(column))
        problems.push({
          sheet,
          row,
          column: columnLetters(column),
          message: '这一列没有表头；请补上表头，或删去这个单元格的内容',
        })
  }
  const inOrder = new Map(
    [...continued].map(([base, parts]) => [base, [...parts].sort(([a], [b]) => a - b).map(([, column]) => column)]),
  )
  return { row: at, known, continued: inOrder, problems }
}

/** Row → column → the merged area that this cell belongs to, below the header and over several rows only. */
function mergedCells(grid: SheetGrid, headerRow: number): ReadonlyMap<number, ReadonlyMap<number, MergedArea>> {
  const cells = new Map<number, Map<number, MergedArea>>()
  for (const area of grid.merges) {
    if (area.top <= headerRow || area.top === area.bottom) continue
    if (grid.rows.get(area.top)?.get(area.left) === undefined) continue
    // Rows that hold nothing but their share of a merged area come to no more than the area says; a whole sheet is cut off.
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 5_000); row += 1) {
      const ofRow = cells.get(row) ?? new Map<number, MergedArea>()
      cells.set(row, ofRow.set(area.left, area))
    }
  }
  return cells
}

function readRow(
  sheet: string,
  grid: SheetGrid,
  layout: TableLayout,
  headers: Headers,
  merges: ReadonlyMap<number, MergedArea> | undefined,
  row: number,
): { readonly row: ReadRow | undefined; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = []
  const cells = grid.rows.get(row)
  const problem = (column: number, message: string) =>
    problems.push({ sheet, row, column: columnLetters(column), message })
  const own = (header: string): CellContent | undefined => cells?.get(headers.known.get(header) ?? 0)
  const isFilled = (header: string): boolean => own(header) !== undefined
  const headersOfRow = [
    ...layout.columns.map(({ header }) => header),
    ...(layout.kinds === undefined ? [] : [layout.kinds.header]),
  ]
  // A row with nothing of its own is an empty row, even where a cell merged from above reaches into it.
  if (!headersOfRow.some(isFilled)) return { row: undefined, problems }

  const cellFor = (header: string, repeats: boolean): CellContent | undefined => {
    const column = headers.known.get(header)
    if (column === undefined) return undefined
    const area = merges?.get(column)
    if (area === undefined) return cells?.get(column)
    if (repeats) return grid.rows.get(area.top)?.get(area.left)
    if (area.top === row)
      problem(
        column,
        `“${header}”的单元格合并了第 ${area.top} 至 ${area.bottom} 行，看不出属于哪一行；请取消合并，逐行填写`,
      )
    return cells?.get(column)
  }

  const kind = kindOf(layout, cellFor, isFilled, (header, message) => problem(headers.known.get(header) ?? 1, message))
  if (kind === undefined) return { row: undefined, problems }
  const value: Record<string, unknown> = {}
  const places = new Map<string, { letters: string; header: string }>()
  for (const column of layout.columns) {
    const at = headers.known.get(column.header)
    const path = pathFor(column, kind)
    const cell = cellFor(column.header, column.repeats === true)
    if (path === undefined) {
      if (cells?.has(at ?? 0) === true)
        problem(at ?? 1, `“${layout.kinds?.names.get(kind) ?? ''}”行不填“${column.header}”；请清空这个单元格`)
      continue
    }
    if (at !== undefined && column.restExcept === undefined)
      places.set(jsonPointer(path), { letters: columnLetters(at), header: column.header })
    if (cell === undefined) {
      if (column.codec.blank !== undefined) assign(value, path, structuredClone(column.codec.blank))
      continue
    }
    const read = column.codec.read(withContinuations(cell, cells, headers.continued.get(column.header)))
    if (!read.ok) problem(at ?? 1, `“${column.header}”${read.error}`)
    else if (column.restExcept === undefined) assign(value, path, read.value)
    else {
      const already = merge(value, path, read.value)
      if (already !== undefined) problem(at ?? 1, `“${column.header}”里的“${already}”在别的列也填了；请只留一处`)
      places.set(jsonPointer(path), { letters: columnLetters(at ?? 1), header: column.header })
    }
  }
  return { row: { row, kind, value, places }, problems }
}

function kindOf(
  { kinds }: TableLayout,
  cellFor: (header: string, repeats: boolean) => CellContent | undefined,
  isFilled: (header: string) => boolean,
  problem: (header: string, message: string) => void,
): string | undefined {
  if (kinds === undefined) return ''
  const cell = cellFor(kinds.header, true)
  if (cell === undefined) {
    if (kinds.whenEmpty !== undefined) return kinds.whenEmpty(isFilled)
    problem(
      kinds.header,
      `“${kinds.header}”没有填；请填${[...kinds.names.values()].map((name) => `“${name}”`).join('、')}`,
    )
    return undefined
  }
  const read = choice(kinds.names, kinds.formerly).read(cell)
  if (read.ok) return String(read.value)
  problem(kinds.header, `“${kinds.header}”${read.error}`)
  return undefined
}

function withContinuations(
  cell: CellContent,
  cells: ReadonlyMap<number, CellContent> | undefined,
  columns: readonly number[] | undefined,
): CellContent {
  if (columns === undefined || cell.kind !== 'text') return cell
  const more = columns.map((column) => cells?.get(column)).map((part) => (part?.kind === 'text' ? part.text : ''))
  return { kind: 'text', text: [cell.text, ...more].join('') }
}

/** JSON pointer of a path; the layout's own field names need no escapes. */

/** Paths come from the layout, never from the file. */
export function assign(target: Record<string, unknown>, path: FieldPath, value: unknown): void {
  const [first, ...rest] = path
  if (first === undefined) return
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner: Record<string, unknown> = isObject(target[first]) ? { ...target[first] } : {}
  assign(inner, rest, value)
  target[first] = inner
}

/** Puts the fields beside those already there; answers the name of one that was there before. */
function merge(target: Record<string, unknown>, path: FieldPath, fields: unknown): string | undefined {
  if (!isObject(fields)) return undefined
  const [first] = path
  if (first === undefined) return undefined
  const present = isObject(target[first]) ? target[first] : {}
  const twice = Object.keys(fields).find((name) => Object.hasOwn(present, name))
  // Spreading defines fields anew, so that a name like that of a prototype stays a plain field and is refused as unknown.
  target[first] = { ...fields, ...present }
  return twice
}
