/** Excel takes a file for UTF-8 only when it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A cell that begins like this is run as a formula by spreadsheet programs, full-width signs included. */
const FORMULA_START = /^\s*[=+\-@＝＋－＠\t\r]/

function cell(value: string): string {
  const harmless = FORMULA_START.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows of text as CSV (RFC 4180) with a byte-order mark; the first row is the heading. */
export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
