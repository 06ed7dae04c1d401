import { newWorkbook, workbookBytes } from './newWorkbook.ts'
import { sheetNames } from './sheetNames.ts'
import { dayCell } from './tables/dayCell.ts'
import { columnLetters } from './xlsx/readSheet.ts'

export interface TableWorkbookInput {
  readonly title: string
  /** `isDay`: `YYYY-MM-DD`, or an instant, which is shown as Beijing has it. */
  readonly columns: readonly { readonly name: string; readonly isFigure: boolean; readonly isDay?: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** A spreadsheet keeps so many digits of a number; a longer figure stays text rather than lose some. */
const EXACT_DIGITS = 15
const FIGURE = /^-?\d+(\.\d+)?$/

/** Whether a spreadsheet keeps every digit of this figure. */
export const isExactNumber = (text: string): boolean =>
  FIGURE.test(text) && text.replace(/[-.]/g, '').replace(/^0+/, '').length <= EXACT_DIGITS

const LEAST_WIDTH = 6
const MOST_WIDTH = 48
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)

const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF3F8' } } as const

/**
 * Any table of the console as a sheet: heading frozen and repeated in print, figures as numbers with their decimal places, days as
 * days, everything else as text that no program turns into a number, a date or a formula.
 */
export async function tableWorkbook({ title, columns, rows }: TableWorkbookInput): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const sheet = workbook.addWorksheet(sheetNames([title])[0] ?? title, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    headerFooter: { oddFooter: '第&P页，共&N页' },
  })
  sheet.getRow(1).values = columns.map(({ name }) => name)
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = HEADING_FILL
    cell.numFmt = '@'
  })
  sheet.pageSetup.printArea = `A1:${columnLetters(columns.length)}${rows.length + 1}`
  for (const [at, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      const cell = sheet.getCell(at + 2, column + 1)
      if (columns[column]?.isFigure === true && isExactNumber(text)) {
        const decimals = text.split('.')[1]?.length ?? 0
        cell.value = Number(text)
        cell.numFmt = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
      } else {
        const day = columns[column]?.isDay === true ? dayCell(text) : undefined
        cell.value = day?.serial ?? text
        cell.numFmt = day?.format ?? '@'
      }
      if (columns[column]?.isFigure === true) cell.alignment = { horizontal: 'right' }
    }
  }
  sheet.columns.forEach((column, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), widthOf(columns[at]?.name ?? ''))
    column.width = Math.max(LEAST_WIDTH, Math.min(longest + 2, MOST_WIDTH))
  })
  return workbookBytes(workbook)
}
