import { newWorkbook, workbookBytes } from './newWorkbook.ts'
import { sheetNames } from './sheetNames.ts'

export interface TableWorkbookInput {
  readonly title: string
  readonly columns: readonly { readonly name: string; readonly isFigure: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** A spreadsheet keeps so many digits of a number; a longer figure stays text rather than lose some. */
const EXACT_DIGITS = 15
const FIGURE = /^-?\d+(\.\d+)?$/

/** Whether a spreadsheet keeps every digit of this figure. */
export const isExactNumber = (text: string): boolean =>
  FIGURE.test(text) && text.replace(/[-.]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS

const MOST_WIDTH = 48
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)

/** Any table of the console as a sheet: heading frozen and repeated in print, figures as numbers with their decimal places, codes as text. */
export async function tableWorkbook({ title, columns, rows }: TableWorkbookInput): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const sheet = workbook.addWorksheet(sheetNames([title])[0] ?? title, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '第&P页，共&N页' },
  })
  sheet.getRow(1).values = columns.map(({ name }) => name)
  sheet.getRow(1).font = { bold: true }
  for (const [at, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      const cell = sheet.getCell(at + 2, column + 1)
      if (columns[column]?.isFigure === true && isExactNumber(text)) {
        const decimals = text.split('.')[1]?.length ?? 0
        cell.value = Number(text)
        cell.numFmt = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
      } else {
        cell.value = text
        cell.numFmt = '@'
      }
      if (columns[column]?.isFigure === true) cell.alignment = { horizontal: 'right' }
    }
  }
  sheet.columns.forEach((column, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), widthOf(columns[at]?.name ?? ''))
    column.width = Math.min(longest + 2, MOST_WIDTH)
  })
  return workbookBytes(workbook)
}
