import type { DisputeEntry } from '@anjie/contracts/vocabulary/disputes/disputeEntry'
import type { DisputeColumns, SystemMapping } from '@anjie/contracts/vocabulary/disputes/disputeMapping'
import type { KeyedDigest } from '@anjie/domain/disputes/partyDigests'
import { readEntry, readySystem } from '@anjie/domain/disputes/readEntry'
import { err, ok, type Result } from '@anjie/kernel'
import type { Cell, OpenTable, TableLine } from '../score/openTable.ts'
import { level } from '../score/readTable.ts'

/** What was not taken, where it stands, and what to do. */
export interface ExportFault {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly reason: string
  /** The whole row was left out, not this cell alone. */
  readonly rowLeftOut: boolean
}

export interface ReadExport {
  readonly entries: readonly DisputeEntry[]
  readonly faults: readonly ExportFault[]
  /** Rows below the headings. */
  readonly rows: number
}

const HEADER_WITHIN = 10

export const headingsOf = (columns: DisputeColumns): readonly string[] =>
  Object.values(columns).flatMap((heading) => heading ?? [])

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')
const levelled = ({ cells }: TableLine): readonly string[] => cells.map((cell) => level(textOf(cell)))

/** The line of headings among the first ten: the one that has every column of the mapping. */
function headerAt(table: OpenTable, wanted: readonly string[]): number | undefined {
  const found = table.lines
    .slice(0, HEADER_WITHIN)
    .findIndex((line) => wanted.every((heading) => levelled(line).includes(level(heading))))
  return found < 0 ? undefined : found
}

/** Does this file have all the columns that the system's mapping names? */
export const fits = (table: OpenTable, { columns }: SystemMapping): boolean =>
  headerAt(table, headingsOf(columns)) !== undefined

/** The columns of the mapping that the file lacks in the line that has most of them. */
function missing(table: OpenTable, wanted: readonly string[]): readonly string[] {
  const lacking = table.lines
    .slice(0, HEADER_WITHIN)
    .map((line) => wanted.filter((heading) => !levelled(line).includes(level(heading))))
    .toSorted((one, other) => one.length - other.length)
  return lacking[0] ?? wanted
}

/** Reads one system's export. A file without the mapping's columns is refused whole, by the names that it lacks. */
export function readExport(
  table: OpenTable,
  mapping: SystemMapping,
  digest: KeyedDigest,
): Result<ReadExport, readonly string[]> {
  const wanted = headingsOf(mapping.columns)
  const at = headerAt(table, wanted)
  if (at === undefined) {
    const names = missing(table, wanted).join('、')
    return err([`${table.name}：“${mapping.name}”的对照要有这些列，文件里没有：${names}。请核对表头或改对照文件`])
  }
  const header = table.lines[at]
  const places = new Map(header === undefined ? [] : levelled(header).map((heading, place) => [heading, place]))
  const system = readySystem(mapping)
  const entries: DisputeEntry[] = []
  const faults: ExportFault[] = []
  const body = table.lines.slice(at + 1)
  for (const { line, cells } of body) {
    const cellAt = (heading: string): Cell => cells[places.get(level(heading)) ?? -1] ?? ''
    const unreadable = wanted.flatMap((column) => {
      const cell = cellAt(column)
      return typeof cell === 'object' ? [{ column, reason: cell.fault }] : []
    })
    const read = readEntry(system, line, (heading) => textOf(cellAt(heading)), digest)
    if (read.entry !== undefined) entries.push(read.entry)
    for (const fault of [...unreadable, ...read.faults])
      faults.push({ file: table.name, line, ...fault, rowLeftOut: read.entry === undefined })
  }
  return ok({ entries, faults, rows: body.length })
}
