/** Excel takes a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that begins like this is run as a formula by spreadsheet programs, full-width signs included. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠\t\r]/

/** Text of anybody's making, or a figure of our own, which may begin with its sign. */
export type CsvCell = string | { readonly figure: string }

function cell(content: CsvCell): string {
  if (typeof content === 'object') return content.figure
  const harmless = FORMULA_START.test(content) ? `'${content}` : content
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows of text as CSV (RFC 4180) with a byte-order mark; the first row is the heading. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
