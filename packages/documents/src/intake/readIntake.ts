import type { IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import { err, ok, type Result } from '@anjie/kernel'
import { type OpenedSheet, openWorkbook } from '../xlsx/openWorkbook.ts'
import { columnLetters } from '../xlsx/readSheet.ts'
import { csvGrid } from './csvGrid.ts'
import { findHeadings, type Headings } from './headings.ts'
import type { IntakeReading, IntakeRefusal, IntakeRow, PassedOverRow } from './reading.ts'
import { type IntakeTable, readRows } from './readRows.ts'

/** Zip (.xlsx), compound file (.xls), PDF: what is no text is told apart by our own reader of workbooks. */
const MARKS = [
  [0x50, 0x4b],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]
const isBinary = (bytes: Uint8Array): boolean =>
  MARKS.some((mark) => mark.every((byte, index) => bytes[index] === byte))

/** Opens what somebody sent: a workbook that is nothing but data, or a text file. */
export async function openIntake(
  bytes: Uint8Array,
  mostCells?: number,
): Promise<Result<readonly IntakeTable[], string>> {
  if (bytes.byteLength === 0) return err('文件是空的，请重新保存后再导入')
  if (isBinary(bytes)) {
    const opened = await openWorkbook(bytes, { dataOnly: true })
    return opened.ok ? ok(opened.value.map((sheet) => ({ sheet }))) : opened
  }
  if (/^\s*<(!doctype|html|table|meta|\?xml)/i.test(new TextDecoder().decode(bytes.subarray(0, 200)))) {
    const foreign = await openWorkbook(bytes)
    return foreign.ok ? err('认不出这种文件格式') : foreign
  }
  const grid = csvGrid(bytes, mostCells)
  if (!grid.ok) return grid
  const sheet: OpenedSheet = { name: '', hidden: false, ...grid.value }
  return ok([{ sheet, widths: grid.value.widths, encoding: grid.value.encoding }])
}

export interface ReadingWishes {
  /** The one sheet to read. */
  readonly sheet?: string | undefined
  /** How many cells a text file may have, where there is more room than in a function. */
  readonly mostCells?: number
}

/**
 * 读入: what a file says by a form. Whatever it cannot take for sure is refused with its cell and what to do; rows for the eye
 * (titles, sums, notes) are told apart. The error is what is wrong with the file as a whole.
 */
export async function readIntake(
  bytes: Uint8Array,
  form: IntakeForm,
  { sheet, mostCells }: ReadingWishes = {},
): Promise<Result<IntakeReading, string>> {
  const opened = await openIntake(bytes, mostCells)
  if (!opened.ok) return opened
  return readTables(opened.value, form, sheet)
}

/** The same for tables that are open already. */
export function readTables(
  tables: readonly IntakeTable[],
  form: IntakeForm,
  wanted?: string,
): Result<IntakeReading, string> {
  const filled = tables.filter(({ sheet }) => sheet.rows.size > 0)
  if (filled.length === 0) return err('文件里没有内容；请填好后再导入')
  const named = wanted === undefined ? filled : filled.filter(({ sheet }) => sheet.name === wanted)
  if (named.length === 0)
    return err(`没有工作表“${wanted}”；有内容的是：${filled.map(({ sheet }) => sheet.name).join('、')}`)
  const found = named.flatMap((table) => {
    const headings = findHeadings(table.sheet, form)
    return headings === undefined ? [] : [{ table, headings }]
  })
  if (found.length === 0) return err(`没有找到“${form.name}”的表头；${expected(form)}`)
  return ok(together(found, named, form))
}

const expected = (form: IntakeForm): string => {
  const names = form.fields.slice(0, 8).map(({ name }) => `“${name}”`)
  return `表头应有${names.join('、')}${form.fields.length > names.length ? '等' : ''}，在前 30 行内占一行；请对照模板`
}

function together(
  found: readonly { readonly table: IntakeTable; readonly headings: Headings }[],
  all: readonly IntakeTable[],
  form: IntakeForm,
): IntakeReading {
  const rows: IntakeRow[] = []
  const refusals: IntakeRefusal[] = []
  const passedOver: PassedOverRow[] = []
  const remarks: string[] = []
  let leftOut = 0
  const seen = new Map<string, string>()
  const shown = found.filter(({ table }) => !table.sheet.hidden)
  const taken = shown.length > 0 ? shown : found
  for (const { table, headings } of taken) {
    const label = taken.length > 1 ? `工作表“${table.sheet.name}”` : ''
    const read = readRows({ ...table, label }, headings, form, seen)
    rows.push(...read.rows)
    leftOut += read.leftOut
    refusals.push(...read.refusals)
    passedOver.push(...read.passedOver)
    remarks.push(...read.remarks)
  }
  for (const { table } of shown.length > 0 ? found.filter(({ table }) => table.sheet.hidden) : [])
    refusals.push(wholeSheet(table.sheet.name, '是隐藏的工作表，没有读；要导入就取消隐藏，不要就删去'))
  const others = all.filter((table) => !found.some((one) => one.table === table))
  for (const { sheet } of others) remarks.push(`工作表“${sheet.name}”没有“${form.name}”的表头，没有读`)
  return {
    rows,
    leftOut,
    refusals,
    passedOver,
    remarks,
    sheets: found.map(({ table, headings }) => ({
      name: table.sheet.name,
      headingRow: headings.lastRow,
      columns: new Map([...headings.fields].map(([column, { code }]) => [code, columnLetters(column)])),
    })),
  }
}

const wholeSheet = (sheet: string, message: string): IntakeRefusal => ({
  sheet,
  row: 0,
  column: '',
  shown: '',
  message,
})
