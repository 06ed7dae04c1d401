import { decodeText } from '@anjie/documents/decodeText'
import { shownText } from '@anjie/documents/tables/shownText'
import { type OpenedSheet, openWorkbook } from '@anjie/documents/xlsx/openWorkbook'
import { err, ok, type Result } from '@anjie/kernel'
import { CsvError, parse } from 'csv-parse/sync'

/** What a cell says, or in Chinese why it says nothing that could be used. */
export type Cell = string | { readonly fault: string }

export interface TableLine {
  /** As a text editor or a spreadsheet counts it, from 1. */
  readonly line: number
  readonly cells: readonly Cell[]
}

/** Cells of several lines that were merged into one; lines from 1, columns from 0, both ends included. */
export interface MergedLines {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A CSV file or one sheet of a workbook. Lines without any content are not there. */
export interface OpenTable {
  /** The file, and the sheet where there are several: where messages begin. */
  readonly name: string
  readonly lines: readonly TableLine[]
  readonly merged: readonly MergedLines[]
  /** What should be looked at again, such as an encoding that had to be tried. */
  readonly remarks: readonly string[]
}

const MAX_BYTES = 64 * 1024 * 1024
/** An opening quotation mark without its end would otherwise take the rest of the file for one row. */
const LONGEST_ROW = 1_000_000

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** Zip (.xlsx), compound file (.xls), PDF: what is no text is told apart by our own reader of workbooks. */
const isBinary = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x50, 0x4b]) || begins(bytes, [0xd0, 0xcf, 0x11, 0xe0]) || begins(bytes, [0x25, 0x50, 0x44, 0x46])

function separatorOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  return first.includes('\t') ? '\t' : first.includes(';') && !first.includes(',') ? ';' : ','
}

/** A CSV file, by comma, semicolon or tab. */
export function openCsv(file: string, bytes: Uint8Array): Result<OpenTable, readonly string[]> {
  if (bytes.length > MAX_BYTES) return err([`${file}：文件超过 64 MB`])
  const decoded = decodeText(bytes)
  if (decoded === undefined) return err([`${file}：既不是 UTF-8 也不是 GBK 编码的文本，请另存为 CSV UTF-8`])
  const { text, encoding } = decoded
  const lines: TableLine[] = []
  try {
    // Kept as they are read, so that a file of many rows is not held twice.
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      delimiter: separatorOf(text),
      on_record: (record: string[], { lines: line }) => {
        const cells = record.map((cell) => cell.trim())
        if (cells.some((cell) => cell !== '')) lines.push({ line, cells })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return err([`${file} 第 ${String(error['lines'] ?? '?')} 行：CSV 引号不成对或格式有误`])
  }
  if (lines.length === 0) return err([`${file}：文件是空的`])
  const first = text.trimStart().split(/\r?\n/, 1)[0]?.slice(0, 40) ?? ''
  const remarks = encoding === 'gb18030' ? [`${file}：按 GB18030（GBK）编码读取，首行是“${first}”`] : []
  return ok({ name: file, lines, merged: [], remarks })
}

function linesOf(sheet: OpenedSheet): readonly TableLine[] {
  // A sheet does not keep empty cells at the end of a row: only a row of a text file can be cut off.
  const width = [...sheet.rows.values()].reduce((most, row) => Math.max(most, ...row.keys()), 0)
  return [...sheet.rows]
    .toSorted(([one], [other]) => one - other)
    .map(([line, row]) => {
      const cells: Cell[] = []
      for (const [column, content] of row) {
        while (cells.length < column) cells.push('')
        const shown = shownText(content)
        cells[column - 1] = shown.ok ? shown.value.trim() : { fault: shown.error }
      }
      while (cells.length < width) cells.push('')
      return { line, cells }
    })
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/**
 * The tables that a file holds: one for CSV, one per sheet with content for a workbook. `sheet` names the wanted sheet.
 */
export async function openTables(
  file: string,
  bytes: Uint8Array,
  sheet?: string,
): Promise<Result<readonly OpenTable[], readonly string[]>> {
  if (!isBinary(bytes)) {
    if (sheet !== undefined) return err([`${file}：不是工作簿，没有工作表“${sheet}”`])
    const table = openCsv(file, bytes)
    return table.ok ? ok([table.value]) : table
  }
  const opened = await openWorkbook(bytes)
  if (!opened.ok) return err([`${file}：${opened.error}`])
  const filled = opened.value.filter(({ rows }) => rows.size > 0)
  const wanted = sheet === undefined ? filled : filled.filter(({ name }) => name === sheet)
  if (wanted.length === 0) {
    const names = filled.map(({ name }) => name).join('、')
    return err([sheet === undefined ? `${file}：工作簿是空的` : `${file}：没有工作表“${sheet}”，有内容的是：${names}`])
  }
  return ok(
    wanted.map((one) => ({
      name: filled.length === 1 ? file : `${file} 工作表“${one.name}”`,
      lines: linesOf(one),
      merged: one.merges
        .filter(({ top, bottom }) => bottom > top)
        .map(({ top, bottom, left, right }) => ({ top, bottom, left: left - 1, right: right - 1 })),
      remarks: [],
    })),
  )
}
