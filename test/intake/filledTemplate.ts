import { templateWorkbook, writeValue } from '@anjie/documents/intake/templateWorkbook'
import { workbookBytes } from '@anjie/documents/newWorkbook'
import { openedBytes } from '../documents/openedBytes.ts'
import type { Trip } from './templateTrips.ts'

/** The template as somebody fills it in with a spreadsheet: into cells that are not locked, choices by their words. */
export async function filledTemplate({ form, there, given, typed }: Trip): Promise<Uint8Array> {
  const workbook = await openedBytes(await templateWorkbook({ form, rows: there, given }))
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('the template has no sheet')
  const headings = new Map<string, number>()
  sheet.getRow(1).eachCell((cell, column) => void headings.set(cell.text, column))
  for (const [at, values] of typed.entries())
    for (const [code, value] of Object.entries(values)) {
      const field = form.fields.find((each) => each.code === code)
      const column = field && (headings.get(`${field.name}（${field.unit}）`) ?? headings.get(field.name))
      if (field === undefined || column === undefined) throw new Error(`no column for ${code}`)
      const cell = sheet.getCell(at + 2, column)
      if (cell.protection?.locked !== false) throw new Error(`${cell.address} is locked`)
      writeValue(cell, field, value)
    }
  return workbookBytes(workbook)
}
