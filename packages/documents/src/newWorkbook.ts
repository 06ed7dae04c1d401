import { printableText } from '@anjie/kernel'
import type { Workbook } from 'exceljs'

/** The spreadsheet library, loaded when the first workbook is written: a megabyte that readers of pages never need. */
export async function newWorkbook(): Promise<Workbook> {
  const library = await import('exceljs')
  // Node gives the names of the CommonJS module, a browser bundle may give the default export alone.
  const Constructor = library.Workbook ?? library.default.Workbook
  return new Constructor()
}

/**
 * The bytes of a workbook whose texts every program opens. XML cannot hold some characters, and takes `_x000A_` for an escape:
 * what a name may be is wider than what a file may hold, so each text cell is put right before it is written.
 */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.value = cellText(cell.value)
        if (typeof cell.note === 'string') cell.note = cellText(cell.note)
      })
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const cellText = (text: string): string => printableText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
