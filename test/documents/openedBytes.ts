import { Workbook } from 'exceljs'

/** Opens a workbook with the spreadsheet library, as a check from outside of our own reader. */
export async function openedBytes(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}
