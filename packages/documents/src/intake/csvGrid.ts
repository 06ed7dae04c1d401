import { err, ok, type Result } from '@anjie/kernel'
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { type DecodedText, decodeText } from '../decodeText.ts'
import { withoutOuterSpace } from '../tables/cellText.ts'
import type { CellContent, SheetGrid } from '../xlsx/readSheet.ts'

const MOST_BYTES = 30 * 1024 * 1024
const MOST_CELLS = 300_000
/** An opening quotation mark without its end would otherwise take the rest of the file for one row. */
const LONGEST_RECORD = 200_000
const LINES_LOOKED_AT = 20
/** What a spreadsheet is told in a first line of its own. */
const NAMED_SEPARATOR = /^sep=(.)\r?\n/i

/** A text file as a sheet: records are rows, so that places are those that a spreadsheet shows. */
export interface CsvGrid extends SheetGrid {
  readonly encoding: DecodedText['encoding']
  /** How many cells a record has: one that is cut off has fewer than the headings. */
  readonly widths: ReadonlyMap<number, number>
}

/** Reads CSV by comma, semicolon or tab, in UTF-8, UTF-16 with its mark, or GB18030. The error is a Chinese sentence. */
export function csvGrid(bytes: Uint8Array, mostCells = MOST_CELLS): Result<CsvGrid, string> {
  if (bytes.byteLength > MOST_BYTES) return err(`文件超过 ${MOST_BYTES / 1024 / 1024} MB，请分成几份再导入`)
  const decoded = decodeText(bytes)
  if (decoded === undefined) return err(undecodable(bytes))
  const damaged = decoded.encoding === 'gb18030' ? damagedLine(bytes) : undefined
  if (damaged !== undefined)
    return err(`第 ${damaged} 行有读不出的字：其他各行是 UTF-8，这一行不是，文件可能没有传完；${RESAVE}`)
  const named = NAMED_SEPARATOR.exec(decoded.text)
  const text = named === null ? decoded.text : decoded.text.slice(named[0].length)
  const skipped = named === null ? 0 : 1
  const rows = new Map<number, Map<number, CellContent>>()
  const widths = new Map<number, number>()
  let row = skipped
  let cells = 0
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
      delimiter: named?.[1] ?? separatorOf(text),
      on_record: (record: string[]) => {
        row += 1
        const contents = contentsOf(record)
        cells += contents.size
        if (cells > mostCells) throw new TooMany()
        if (contents.size > 0) {
          rows.set(row, contents)
          widths.set(row, record.length)
        }
        return null
      },
    })
  } catch (error) {
    if (error instanceof TooMany) return err(`有内容的单元格超过 ${mostCells} 个，请分成几份再导入`)
    if (!(error instanceof CsvError)) throw error
    return err(`第 ${row + 1} 行起：引号不成对，或一行过长；请检查这一行的英文引号，或另存为 .xlsx 再导入`)
  }
  return ok({ rows, widths, merges: [], hiddenRows: new Set(), encoding: decoded.encoding })
}

class TooMany extends Error {}

function contentsOf(record: readonly string[]): Map<number, CellContent> {
  const contents = new Map<number, CellContent>()
  for (const [at, written] of record.entries()) {
    const text = unguarded(written)
    if (withoutOuterSpace(text) !== '') contents.set(at + 1, { kind: 'text', text })
  }
  return contents
}

/** `="007"` keeps zeros in spreadsheets; `'=…` is how our own lists keep a text from being run. Both stand for the text. */
function unguarded(written: string): string {
  const quoted = /^="([^"]*)"$/.exec(written.trim())
  if (quoted !== null) return quoted[1] ?? ''
  return /^'\s*[=+\-@＝＋－＠]/.test(written) ? written.slice(1) : written
}

/** The separator that most of the first lines have most of; a comma where there is none. */
function separatorOf(text: string): string {
  const lines = text.split(/\r?\n/, LINES_LOOKED_AT).map((line) => line.replace(/"[^"]*"/g, ''))
  const counted = [',', '\t', ';'].map((separator) => ({
    separator,
    times: lines.reduce((sum, line) => sum + (line.split(separator).length - 1), 0),
  }))
  return counted.reduce((best, each) => (each.times > best.times ? each : best)).separator
}

const RESAVE = '请用 Excel 打开原文件，另存为“CSV UTF-8”或 .xlsx 再导入'

/** Names the first line that is in neither encoding. */
function undecodable(bytes: Uint8Array): string {
  if (bytes.includes(0)) return `这不是表格文本（可能是没有标记的 UTF-16 或别的格式），${RESAVE}`
  for (const { line, piece } of linesOf(bytes))
    if (!decodes(piece, 'utf-8') && !decodes(piece, 'gb18030'))
      return `第 ${line} 行有读不出的字：既不是 UTF-8 也不是 GB18030（GBK），文件可能没有传完；${RESAVE}`
  return `各行编码不一致（有的是 UTF-8，有的是 GBK）；${RESAVE}`
}

/** The first line that is no UTF-8 among lines that mostly are: a file that was cut or pasted together, and no GB18030. */
function damagedLine(bytes: Uint8Array): number | undefined {
  let inUtf8 = 0
  let others = 0
  let first: number | undefined
  for (const { line, piece } of linesOf(bytes)) {
    if (piece.every((byte) => byte < 0x80)) continue
    if (decodes(piece, 'utf-8')) inUtf8 += piece.length
    else {
      others += piece.length
      first ??= line
    }
  }
  return inUtf8 > others ? first : undefined
}

function* linesOf(bytes: Uint8Array): Generator<{ readonly line: number; readonly piece: Uint8Array }> {
  let line = 1
  let start = 0
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue
    yield { line, piece: bytes.subarray(start, at) }
    line += 1
    start = at + 1
  }
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
