/** A cell with tabs, line ends or quotation marks goes in quotation marks, as spreadsheets read it. */
const tsvCell = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Cells as spreadsheets take them from plain text: rows by line ends, cells by tabs. */
export const tsvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(tsvCell).join('\t')).join('\r\n')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

export interface CopiedCell {
  readonly text: string
  readonly isFigure: boolean
}

/** Cells as spreadsheets take them from a page. A code such as `007012` says that it is text, so that it keeps its zeros. */
export function htmlOf(rows: readonly (readonly CopiedCell[])[]): string {
  const cell = ({ text, isFigure }: CopiedCell): string => {
    const looksLikeNumber = /^[-+=@\d]/.test(text)
    const format = !isFigure && looksLikeNumber ? ` style="mso-number-format:'\\@'"` : ''
    return `<td${format}>${escaped(text).replaceAll('\n', '<br>')}</td>`
  }
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}
