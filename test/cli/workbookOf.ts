import { Workbook } from 'exceljs'

type Cells = readonly (string | number | { readonly value: number; readonly format: string } | null)[]

/** A workbook as an office's program would write it: the sheets by name, their rows of cells; `merges` as `A1:A3`. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly Cells[]>>,
  merges: readonly string[] = [],
): Promise<Uint8Array> {
  const workbook = new Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const [row, cells] of rows.entries())
      for (const [column, content] of cells.entries()) {
        if (content === null) continue
        const cell = sheet.getCell(row + 1, column + 1)
        cell.value = typeof content === 'object' ? content.value : content
        if (typeof content === 'object') cell.numFmt = content.format
      }
    for (const area of merges) sheet.mergeCells(area)
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
