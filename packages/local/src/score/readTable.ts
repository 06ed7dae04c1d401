import { err, ok, type Result } from '@anjie/kernel'
import type { Cell, OpenTable, TableLine } from './openTable.ts'

/** A wanted column: its name and the other headings under which offices know it, the preferred one first. */
export interface Column {
  readonly name: string
  readonly headings: readonly string[]
  readonly required: boolean
}

/** Headings are compared in one width and case. */
export const level = (heading: string): string => heading.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

/** A row of a text file that ends before a wanted column: half a row is no “not reported”. */
export const cutFault = (cells: number, column: string): string =>
  `只有 ${cells} 格，到不了“${column}”列，像是被截断了；请补全，没有内容的格也要留出分隔符`

/** One row by the names of the wanted columns, with its line in the file for messages. */
export class TableRow {
  readonly line: number
  readonly #cells: readonly Cell[]
  readonly #places: ReadonlyMap<string, number>

  constructor({ line, cells }: TableLine, places: ReadonlyMap<string, number>) {
    this.line = line
    this.#cells = cells
    this.#places = places
  }

  /** Empty where the column or the cell is not there. */
  cell(name: string): string {
    return textOf(this.#cells[this.#places.get(name) ?? -1])
  }

  /** A wanted cell that is not there, or cannot be read, such as a formula without a result. */
  get fault(): string | undefined {
    for (const [name, place] of this.#places) {
      const cell = this.#cells[place]
      if (cell === undefined) return cutFault(this.#cells.length, name)
      if (typeof cell === 'object') return `“${name}”列${cell.fault}`
    }
    return undefined
  }
}

/** Where the wanted columns stand in a line of headings. Of several headings for one column the first named counts. */
export function columnPlaces(
  header: readonly Cell[],
  columns: readonly Column[],
): Result<Map<string, number>, string[]> {
  const places = new Map<string, number>()
  const problems: string[] = []
  const found = header.map((cell) => level(textOf(cell)))
  const taken = new Set<number>()
  for (const { name, headings, required } of columns) {
    const heading = [name, ...headings]
      .map(level)
      .find((one) => found.some((other, at) => other === one && !taken.has(at)))
    if (heading === undefined) {
      if (required) problems.push(`缺少列“${name}”，表头应为 ${columns.map((column) => column.name).join(',')}`)
      continue
    }
    const times = found.filter((one) => one === heading).length
    if (times > 1) problems.push(`列“${name}”出现了 ${times} 次`)
    const place = found.findIndex((one, at) => one === heading && !taken.has(at))
    taken.add(place)
    places.set(name, place)
  }
  return problems.length > 0 ? err(problems) : ok(places)
}

/** The rows below the headings. Columns that nobody asked for are left alone, whatever they are called. */
export function readTable(
  table: OpenTable,
  columns: readonly Column[],
  headerAt = 0,
): Result<readonly TableRow[], readonly string[]> {
  const header = table.lines[headerAt]
  if (header === undefined) return err([`${table.name}：文件是空的`])
  const places = columnPlaces(header.cells, columns)
  if (!places.ok) return err(places.error.map((problem) => `${table.name} 第 ${header.line} 行：${problem}`))
  return ok(table.lines.slice(headerAt + 1).map((line) => new TableRow(line, places.value)))
}
