import { canonicalJson } from '@anjie/kernel'
import type { Worksheet } from 'exceljs'
import { textForCell } from './cellText.ts'
import type { CellOutput } from './codec.ts'
import { rowHeight } from './rowHeight.ts'
import {
  type Column,
  continuationHeader,
  isObject,
  pathFor,
  type TableLayout,
  type TableRow,
  valueAt,
  writtenColumns,
} from './tableLayout.ts'

/** A cell holds 32,767 characters; a longer JSON text goes on in further columns. */
const LONGEST_CELL = 32_000
const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF3F8' } } as const

/** Fills an empty worksheet: header row, one row for each object, code columns as text, choices as drop-down lists. */
export function writeTable(
  sheet: Worksheet,
  layout: TableLayout,
  rows: readonly TableRow[],
  lists: { rangeFor(sheet: string, header: string): string | undefined },
): void {
  const columns = writtenColumns(layout)
  const outputs = rows.map((row) => columns.map((column) => outputOf(column, row)))
  const headers: { header: string; width: number; column?: Column; part: number; index: number }[] = []
  if (layout.kinds !== undefined) headers.push({ header: layout.kinds.header, width: 10, part: 0, index: -1 })
  columns.forEach((column, index) => {
    if (layout.information?.before === column.header)
      headers.push({ header: layout.information.header, width: layout.information.width, part: 0, index: -2 })
    headers.push({ header: column.header, width: column.width, column, part: 0, index })
    const longest = Math.max(0, ...outputs.map((cells) => textLength(cells[index] ?? null)))
    for (let part = 1; part * LONGEST_CELL < longest; part += 1)
      headers.push({ header: continuationHeader(column.header, part), width: 20, column, part, index })
  })
  headers.forEach(({ header, width, column, part, index }, at) => {
    const excelColumn = sheet.getColumn(at + 1)
    excelColumn.width = width
    if (column?.isHiddenWhenEmpty === true && outputs.every((cells) => (cells[index] ?? null) === null))
      excelColumn.hidden = true
    excelColumn.alignment = { vertical: 'top', wrapText: true }
    if (column === undefined || column.codec.asText) excelColumn.numFmt = '@'
    const cell = sheet.getCell(1, at + 1)
    cell.value = header
    cell.font = { bold: true }
    cell.fill = HEADER_FILL
    const range = part === 0 ? lists.rangeFor(layout.sheet, header) : undefined
    if (range !== undefined)
      for (let row = 2; row <= rows.length + 50; row += 1)
        sheet.getCell(row, at + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [range] }
  })
  rows.forEach((row, offset) => {
    const excelRow = sheet.getRow(offset + 2)
    headers.forEach(({ part, index }, at) => {
      const cell = excelRow.getCell(at + 1)
      if (index === -1) cell.value = layout.kinds?.names.get(row.kind) ?? row.kind
      else if (index === -2) cell.value = row.information === undefined ? null : textForCell(row.information)
      else {
        const output = outputs[offset]?.[index] ?? null
        if (output?.kind === 'number') {
          cell.value = output.number
          cell.numFmt = output.format
        } else if (output?.kind === 'text') {
          const piece = output.text.slice(part * LONGEST_CELL, (part + 1) * LONGEST_CELL)
          if (piece !== '') {
            cell.value = piece
            cell.numFmt = '@'
          }
        }
      }
    })
    // The continuation of a JSON text is not for reading.
    excelRow.height = rowHeight(
      headers.map(({ width, part }, at) => ({ text: part === 0 ? excelRow.getCell(at + 1).text : '', width })),
    )
  })
}

const textLength = (output: CellOutput): number => (output?.kind === 'text' ? output.text.length : 0)

function outputOf(column: Column, row: TableRow): CellOutput {
  const path = pathFor(column, row.kind)
  if (path === undefined) return null
  const value = valueAt(row.value, path)
  if (value === undefined) return null
  if (column.restExcept === undefined) return column.codec.write(value)
  const own = new Set(column.restExcept)
  const rest = isObject(value)
    ? Object.entries(value).filter(([name, inner]) => !own.has(name) && inner !== undefined)
    : []
  return rest.length === 0 ? null : column.codec.write(canonicalJson(Object.fromEntries(rest)))
}
