import { jsonPointer } from '@anjie/contracts/vocabulary/jsonPointer'
import { type CellContent, columnLetters, type SheetGrid } from '../xlsx/readSheet.ts'
import { narrowed } from './cellText.ts'
import { assign, type CellProblem } from './readTable.ts'
import type { Column } from './tableLayout.ts'

export interface ReadFields {
  readonly value: Record<string, unknown>
  /** JSON pointer → where the value stands. */
  readonly places: ReadonlyMap<string, { readonly row: number; readonly column: string; readonly header: string }>
  readonly problems: readonly CellProblem[]
}

const HEADER_WITHIN = 10

const word = (cell: CellContent | undefined): string =>
  cell?.kind === 'text' ? narrowed(cell.text).replace(/\s+/g, '') : ''

/** Reads a sheet that has one field on each row: its name, its value and a hint that is passed over. */
export function readFields(
  sheet: string,
  grid: SheetGrid,
  headers: { readonly field: string; readonly value: string },
  fields: readonly Column[],
): ReadFields {
  const head = findHead(grid, headers)
  if (head === undefined) {
    const message = `前 ${HEADER_WITHIN} 行里没有找到表头“${headers.field}”和“${headers.value}”；请使用导出的模板`
    return { value: {}, places: new Map(), problems: [{ sheet, row: 0, column: '', message }] }
  }
  const letters = columnLetters(head.value)
  const problems: CellProblem[] = []
  const problem = (row: number, column: string, message: string) => problems.push({ sheet, row, column, message })
  const rowOf = new Map<string, number>()
  const known = new Set(fields.map(({ header }) => header))
  const formerly = new Map(
    fields.flatMap((field) => (field.formerly === undefined ? [] : [[field.formerly, field.header] as const])),
  )
  for (const row of [...grid.rows.keys()].filter((at) => at > head.row).sort((one, other) => one - other)) {
    const written = word(grid.rows.get(row)?.get(head.field))
    const name = formerly.get(written) ?? written
    const column = columnLetters(head.field)
    if (name === '') {
      if (grid.rows.get(row)?.has(head.value) === true) problem(row, column, '这一行没有写项目名称；请补上，或清空内容')
    } else if (!known.has(name))
      problem(row, column, `不认识的项目“${name.slice(0, 30)}”；请改用模板里的名称，或删去这一行`)
    else if (rowOf.has(name)) problem(row, column, `项目“${name}”出现了两次；请删去其中一行`)
    else rowOf.set(name, row)
  }
  const value: Record<string, unknown> = {}
  const places = new Map<string, { row: number; column: string; header: string }>()
  for (const { header, at, codec } of fields) {
    if ('get' in at) continue
    const row = rowOf.get(header) ?? 0
    places.set(jsonPointer(at), { row, column: row === 0 ? '' : letters, header })
    const cell = grid.rows.get(row)?.get(head.value)
    if (cell === undefined) {
      if (codec.blank !== undefined) assign(value, at, structuredClone(codec.blank))
      continue
    }
    const read = codec.read(cell)
    if (read.ok) assign(value, at, read.value)
    else problem(row, letters, `“${header}”${read.error}`)
  }
  return { value, places, problems }
}

function findHead(
  grid: SheetGrid,
  headers: { readonly field: string; readonly value: string },
): { readonly row: number; readonly field: number; readonly value: number } | undefined {
  for (let row = 1; row <= HEADER_WITHIN; row += 1) {
    const cells = [...(grid.rows.get(row) ?? [])]
    const field = cells.find(([, cell]) => word(cell) === headers.field)?.[0]
    const value = cells.find(([, cell]) => word(cell) === headers.value)?.[0]
    if (field !== undefined && value !== undefined) return { row, field, value }
  }
  return undefined
}
