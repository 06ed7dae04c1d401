/** Excel takes a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that begins like this is run as a formula by spreadsheet programs, full-width signs included. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠\t\r]/

/** Text of anybody's making, or a figure of our own, which may begin with its sign. */
export type CsvCell = string | { readonly figure: string }

/** What spreadsheets turn into a number, a power or a date: zeros in front, more digits than they show, `1E5`, `3-1`. */
const TURNED =
  /^(0\d+|\d{12,}|\d+(\.\d+)?[eE][+-]?\d+|\d{1,4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}月\d{1,2}日?)$/

interface CsvWishes {
  /** A file that people open in a spreadsheet: a tab, which nobody sees, keeps codes as text. Programs get texts as they are. */
  readonly isForSpreadsheets?: boolean
}

function cell(content: CsvCell, isForSpreadsheets: boolean): string {
  if (typeof content === 'object') return content.figure
  const guarded = FORMULA_START.test(content) ? `'${content}` : content
  const harmless = isForSpreadsheets && TURNED.test(guarded) ? `\t${guarded}` : guarded
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows of text as CSV (RFC 4180) with a byte-order mark; the first row is the heading. */
export const csvOf = (
  rows: readonly (readonly CsvCell[])[],
  { isForSpreadsheets = false }: CsvWishes = {},
): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map((each) => cell(each, isForSpreadsheets)).join(',')}\r\n`).join('')}`,
  )
