import { readSchemeWorkbook } from '@anjie/documents/readSchemeWorkbook'
import { schemeWorkbook } from '@anjie/documents/schemeWorkbook'
import type { Cell, Workbook, Worksheet } from 'exceljs'
import { exampleScheme } from './exampleScheme.ts'
import { openedBytes } from './openedBytes.ts'

export const township = exampleScheme('townshipDeductions.scheme.json')

/** The cell under a header, in a row of a sheet of an exported scheme. */
export function cellOf(workbook: Workbook, sheetName: string, row: number, header: string): Cell {
  const sheet = sheetOf(workbook, sheetName)
  let column: number | undefined
  sheet.getRow(1).eachCell((cell, at) => {
    if (cell.text === header) column = at
  })
  if (column === undefined) throw new Error(`${sheetName} has no column ${header}`)
  return sheet.getCell(row, column)
}

export function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`)
  return sheet
}

/** Row of the field in the sheet 方案. */
export function fieldOf(workbook: Workbook, name: string): Cell {
  const sheet = sheetOf(workbook, '方案')
  for (let row = 2; row < 60; row += 1) if (sheet.getCell(row, 1).text === name) return sheet.getCell(row, 2)
  throw new Error(`there is no field ${name}`)
}

export async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** What the import says of the exported township scheme after somebody changed the workbook. */
export async function afterChange(change: (workbook: Workbook) => void) {
  const workbook = await openedBytes(await schemeWorkbook(township))
  change(workbook)
  return readSchemeWorkbook(await bytesOf(workbook))
}

/** The problems as lines `sheet!column+row message`; empty when it was read. */
export async function problemsAfter(change: (workbook: Workbook) => void): Promise<readonly string[]> {
  const read = await afterChange(change)
  return read.ok ? [] : read.error.map(({ sheet, row, column, message }) => `${sheet}!${column}${row} ${message}`)
}
