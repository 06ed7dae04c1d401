import type { IntakeField, IntakeForm } from '@anjie/contracts/vocabulary/intake/intakeForm'
import type { Cell, DataValidation, Worksheet } from 'exceljs'
import { newWorkbook, workbookBytes } from '../newWorkbook.ts'
import { sheetNames } from '../sheetNames.ts'
import { isExactNumber } from '../tableWorkbook.ts'
import { columnLetters } from '../xlsx/readSheet.ts'
import { lastYearHeading } from './headings.ts'
import type { IntakeValue } from './readIntakeCell.ts'

/** A row that is there already: what stands in it, and what stood there a year ago. */
export interface TemplateRow {
  readonly values: ReadonlyMap<string, IntakeValue>
  readonly lastYear?: ReadonlyMap<string, IntakeValue>
}

export interface TemplateInput {
  readonly form: IntakeForm
  readonly rows?: readonly TemplateRow[]
  /** Fields whose cells are given and not to be changed. */
  readonly given?: ReadonlySet<string>
}

/** Rows that are prepared for filling in beyond those that are there. */
const ROWS_MORE = 200
const HEADING_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEFF3F8' } } as const
const GIVEN_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const
const DATE_FORMAT = 'yyyy-mm-dd'
const DAY = 86_400_000
const DAY_ZERO = Date.UTC(1899, 11, 30)
const CHOICES_SHEET = '选项'

interface TemplateColumn {
  readonly field: IntakeField
  readonly heading: string
  readonly isLastYear: boolean
}

/**
 * 填报模板: headings, types and choices that a spreadsheet checks while somebody types, instructions on a sheet of their own, what is
 * given locked and grey, last year's values beside this year's. It is read back by the same form.
 */
export async function templateWorkbook({ form, rows = [], given = new Set() }: TemplateInput): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const columns = columnsOf(form, rows)
  const [title = form.name] = sheetNames([form.name])
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: form.fields.filter(({ key }) => key === true).length }],
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      showGridLines: true,
    },
    headerFooter: { oddFooter: '第&P页，共&N页' },
  })
  const last = rows.length + 1 + ROWS_MORE
  sheet.pageSetup.printArea = `A1:${columnLetters(columns.length)}${Math.max(rows.length, 20) + 1}`
  const lists = choiceLists(form)
  for (const [at, column] of columns.entries()) writeColumn(sheet, at + 1, column, last, lists.rangeOf(column.field))
  for (const [at, row] of rows.entries()) writeRow(sheet, at + 2, columns, row)
  lockGiven(sheet, columns, { last, rows: rows.length, given })
  await sheet.protect('', {
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    sort: true,
    autoFilter: true,
    selectLockedCells: true,
    selectUnlockedCells: true,
  })
  lists.write(workbook.addWorksheet(CHOICES_SHEET, { state: 'hidden' }))
  writeInstructions(workbook.addWorksheet('填写说明'), form)
  return workbookBytes(workbook)
}

function columnsOf(form: IntakeForm, rows: readonly TemplateRow[]): readonly TemplateColumn[] {
  return form.fields.flatMap((field) => {
    const own = { field, heading: headingOf(field), isLastYear: false }
    const before = rows.some(({ lastYear }) => lastYear?.has(field.code) === true)
    return before ? [own, { field, heading: lastYearHeading(field), isLastYear: true }] : [own]
  })
}

const headingOf = ({ name, unit }: IntakeField): string => (unit === undefined ? name : `${name}（${unit}）`)

const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 0)

function writeColumn(
  sheet: Worksheet,
  at: number,
  { field, heading, isLastYear }: TemplateColumn,
  last: number,
  range: string | undefined,
): void {
  const column = sheet.getColumn(at)
  column.width = Math.min(40, Math.max(widthOf(heading) + 2, field.type === 'text' ? 20 : 12))
  column.numFmt = formatOf(field)
  const cell = sheet.getCell(1, at)
  cell.value = heading
  cell.numFmt = '@'
  cell.font = { bold: true, ...(field.required === true || field.key === true ? { color: { argb: 'FFA61D24' } } : {}) }
  cell.fill = HEADING_FILL
  cell.alignment = { wrapText: true, vertical: 'middle' }
  const rule = isLastYear ? undefined : validationOf(field, range)
  for (let row = 2; row <= last; row += 1) {
    const each = sheet.getCell(row, at)
    each.numFmt = formatOf(field)
    each.protection = { locked: isLastYear }
    if (isLastYear) each.fill = GIVEN_FILL
    if (rule !== undefined) each.dataValidation = rule
  }
}

function formatOf({ type, decimals }: IntakeField): string {
  if (type === 'date') return DATE_FORMAT
  if (type === 'whole') return '0'
  if (type === 'decimal') return decimals === undefined || decimals === 0 ? 'General' : `0.${'0'.repeat(decimals)}`
  return '@'
}

/** What a spreadsheet checks while somebody types; the same as the reader, as far as a spreadsheet can. */
function validationOf(field: IntakeField, range: string | undefined): DataValidation | undefined {
  const told = { allowBlank: true, showErrorMessage: true, errorTitle: field.name }
  if (field.type === 'choice' || field.type === 'yes-no')
    return { ...told, type: 'list', formulae: [range ?? '"是,否"'], error: '请从下拉列表中选择' }
  // Where a word may stand, a rule for numbers would refuse it.
  if ((field.type === 'whole' || field.type === 'decimal') && field.words === undefined) {
    const [least, most] = [field.least ?? '-999999999999', field.most ?? '999999999999']
    const limits = [
      field.least === undefined ? '' : `不小于 ${least}`,
      field.most === undefined ? '' : `不大于 ${most}`,
    ]
    const said = limits.filter((limit) => limit !== '').join('、')
    return {
      ...told,
      type: field.type,
      operator: 'between',
      formulae: [Number(least), Number(most)],
      error: `请填${field.type === 'whole' ? '整数' : '数字'}${said === '' ? '' : `，${said}`}`,
    }
  }
  if (field.type === 'code' && field.digits !== undefined)
    return {
      ...told,
      type: 'textLength',
      operator: 'equal',
      formulae: [field.digits],
      error: `代码应为 ${field.digits} 位`,
    }
  return undefined
}

function writeRow(sheet: Worksheet, row: number, columns: readonly TemplateColumn[], given: TemplateRow): void {
  for (const [at, { field, isLastYear }] of columns.entries()) {
    const value = (isLastYear ? given.lastYear : given.values)?.get(field.code)
    if (value !== undefined) writeValue(sheet.getCell(row, at + 1), field, value)
  }
}

/** Puts a value as what it is: figures as numbers, days as days, codes and names as text that no program turns into something else. */
export function writeValue(cell: Cell, field: IntakeField, value: IntakeValue): void {
  if (typeof value === 'boolean') cell.value = value ? '是' : '否'
  else if (field.type === 'date') {
    cell.value = (Date.parse(`${value}T00:00:00Z`) - DAY_ZERO) / DAY
    cell.numFmt = DATE_FORMAT
  } else if ((field.type === 'decimal' || field.type === 'whole') && isExactNumber(value)) {
    cell.value = Number(value)
    const places = value.split('.')[1]?.length ?? 0
    cell.numFmt = places === 0 ? '0' : `0.${'0'.repeat(places)}`
  } else {
    cell.value = field.choices?.find(({ code }) => code === value)?.name ?? value
    cell.numFmt = '@'
  }
}

function lockGiven(
  sheet: Worksheet,
  columns: readonly TemplateColumn[],
  { rows, given }: { readonly last: number; readonly rows: number; readonly given: ReadonlySet<string> },
): void {
  for (const [at, { field, isLastYear }] of columns.entries()) {
    if (isLastYear || !given.has(field.code)) continue
    for (let row = 2; row <= rows + 1; row += 1) {
      const cell = sheet.getCell(row, at + 1)
      cell.protection = { locked: true }
      cell.fill = GIVEN_FILL
    }
  }
}

/** Words to choose from stand on a sheet: a list inside a rule is limited to 255 characters. */
function choiceLists(form: IntakeForm) {
  const fields = form.fields.filter(({ choices }) => choices !== undefined)
  return {
    rangeOf: (field: IntakeField): string | undefined => {
      const at = fields.indexOf(field) + 1
      const letters = columnLetters(at)
      return at === 0 ? undefined : `${CHOICES_SHEET}!$${letters}$2:$${letters}$${(field.choices?.length ?? 0) + 1}`
    },
    write: (sheet: Worksheet): void => {
      for (const [at, { name, choices = [] }] of fields.entries()) {
        sheet.getColumn(at + 1).numFmt = '@'
        // The mark keeps the sheet from being taken for one that was filled in.
        sheet.getCell(1, at + 1).value = `${name}：可选内容`
        for (const [row, choice] of choices.entries()) sheet.getCell(row + 2, at + 1).value = choice.name
      }
    },
  }
}

const TYPE_WORDS: Readonly<Record<IntakeField['type'], string>> = {
  text: '文字',
  code: '代码，按文本填写，保留前面的 0',
  decimal: '数字',
  whole: '整数',
  date: '日期，如 2026-03-02',
  choice: '从下拉列表中选择',
  'yes-no': '是或否',
}

function writeInstructions(sheet: Worksheet, form: IntakeForm): void {
  sheet.columns = [{ width: 24 }, { width: 8 }, { width: 34 }, { width: 70 }]
  sheet.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
  const title = sheet.addRow([`${form.name}填写说明`])
  title.font = { bold: true, size: 14 }
  const notes = [
    ...(form.notes ?? []),
    '在第一张工作表里填写，一行一个；红字的列必填。不改表头，列的次序可以变，多余的列请删去。',
    '没有数就留空，是零请填 0；不写“无”“—”。合计行不必填，填了也不计入。',
    '灰色的格子是已有内容，供对照，不用改。',
  ]
  for (const note of notes) sheet.addRow([note])
  sheet.addRow([])
  const heading = sheet.addRow(['列', '必填', '填什么', '说明'])
  heading.font = { bold: true }
  for (const field of form.fields) sheet.addRow(instructionsOf(field)).alignment = { wrapText: true, vertical: 'top' }
}

const instructionsOf = (field: IntakeField): readonly string[] => [
  headingOf(field),
  field.required === true || field.key === true ? '是' : '',
  [
    TYPE_WORDS[field.type],
    ...(field.unit === undefined ? [] : [`单位：${field.unit}`]),
    ...(field.digits === undefined ? [] : [`${field.digits} 位`]),
    ...(field.least === undefined ? [] : [`不小于 ${field.least}`]),
    ...(field.most === undefined ? [] : [`不大于 ${field.most}`]),
    ...(field.decimals === undefined ? [] : [`最多 ${field.decimals} 位小数`]),
  ].join('；'),
  [
    field.help ?? '',
    ...(field.choices === undefined ? [] : [`可填：${field.choices.map(({ name }) => name).join('、')}`]),
    ...(field.fillDown === true ? ['同一个的可以只写一次，或合并单元格'] : []),
  ]
    .filter((part) => part !== '')
    .join('。'),
]
