import type { Workbook } from 'exceljs'

/** The spreadsheet library, loaded when the first workbook is written: a megabyte that readers of pages never need. */
export async function newWorkbook(): Promise<Workbook> {
  const library = await import('exceljs')
  // Node gives the names of the CommonJS module, a browser bundle may give the default export alone.
  const Constructor = library.Workbook ?? library.default.Workbook
  return new Constructor()
}
