import { err, ok, type Result } from '@anjie/kernel'
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { decodeText } from './decodeText.ts'

/** One row by the names of the wanted columns, with its line in the file for messages. */
export interface TableRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** A wanted column: its name and the other headings under which offices know it. */
export interface Column {
  readonly name: string
  readonly headings: readonly string[]
  readonly required: boolean
}

const MAX_BYTES = 64 * 1024 * 1024

const ParsedRow = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) })

const level = (heading: string): string => heading.normalize('NFKC').trim().toLowerCase()

function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  return first.includes('\t') ? '\t' : first.includes(';') && !first.includes(',') ? ';' : ','
}

function columnPlaces(
  header: readonly string[],
  columns: readonly Column[],
  file: string,
): Result<Map<string, number>, string[]> {
  const places = new Map<string, number>()
  const problems: string[] = []
  for (const { name, headings, required } of columns) {
    const wanted = new Set([name, ...headings].map(level))
    const found = header.flatMap((heading, index) => (wanted.has(level(heading)) ? [index] : []))
    const [place] = found
    if (found.length > 1) problems.push(`${file} 第 1 行：列“${name}”出现了 ${found.length} 次`)
    else if (place !== undefined) places.set(name, place)
    else if (required)
      problems.push(`${file} 第 1 行：缺少列“${name}”，表头应为 ${columns.map((column) => column.name).join(',')}`)
  }
  return problems.length > 0 ? err(problems) : ok(places)
}

/** Reads a CSV file by its heading row. Columns that nobody asked for are left alone, whatever they are called. */
export function readTable(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column[],
): Result<readonly TableRow[], readonly string[]> {
  if (bytes.length > MAX_BYTES) return err([`${file}：文件超过 64 MB`])
  const text = decodeText(bytes)
  if (text === undefined) return err([`${file}：既不是 UTF-8 也不是 GBK 编码，请另存为 CSV UTF-8`])
  let parsed: z.infer<typeof ParsedRow>[]
  try {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true, delimiter: separatorOf(text) }
    parsed = z.array(ParsedRow).parse(parse(text, options))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return err([`${file} 第 ${String(error['lines'] ?? '?')} 行：CSV 引号不成对或格式有误`])
  }
  const [header, ...rows] = parsed
  if (header === undefined) return err([`${file}：文件是空的`])
  const places = columnPlaces(header.record, columns, file)
  if (!places.ok) return places
  return ok(
    rows.map(({ info, record }) => ({
      line: info.lines,
      cells: new Map([...places.value].map(([name, place]) => [name, (record[place] ?? '').trim()])),
    })),
  )
}
