import type { Worksheet } from 'exceljs'
import { newWorkbook, workbookBytes } from '../newWorkbook.ts'
import { sheetNames } from '../sheetNames.ts'
import type { CellContent } from '../xlsx/readSheet.ts'
import type { IntakeReading } from './reading.ts'
import type { IntakeTable } from './readRows.ts'
import { PASSED_OVER_NAMES } from './rowKind.ts'

/** What is said of a row or of one of its cells; `wrong`: it stays out until it is put right. */
export interface RowAnswer {
  readonly sheet: string
  readonly row: number
  /** As letters; empty: the row. */
  readonly column: string
  readonly message: string
  readonly wrong: boolean
}

export const ANSWER_HEADING = '处理结果'
const WRONG_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE1DE' } } as const
const WRONG_COLOUR = 'FFA61D24'
const FIRST_SHEET = 'Sheet1'

/** What the reader itself has to say of each row. */
export const readerAnswers = ({ refusals, passedOver }: IntakeReading): readonly RowAnswer[] => [
  ...refusals.map(({ sheet, row, column, heading, message }) => ({
    sheet,
    row,
    column,
    message: heading === undefined ? message : `“${heading}”${message}`,
    wrong: true,
  })),
  ...passedOver.map(({ sheet, row, why }) => ({
    sheet,
    row,
    column: '',
    message: `略过：${PASSED_OVER_NAMES[why]}`,
    wrong: false,
  })),
]

/**
 * 退回的表: what was sent, cell by cell where it stood, with every wrong cell marked and a last column that says of each row what became
 * of it. It is written anew from the values: no formula, macro or link of the file that was sent is in it.
 */
export async function returnedWorkbook(
  tables: readonly IntakeTable[],
  { sheets }: IntakeReading,
  answers: readonly RowAnswer[],
): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const names = sheetNames(tables.map(({ sheet }) => (sheet.name === '' ? FIRST_SHEET : sheet.name)))
  for (const [at, { sheet }] of tables.entries()) {
    const headingRow = sheets.find(({ name }) => name === sheet.name)?.headingRow
    const out = workbook.addWorksheet(names[at] ?? FIRST_SHEET, {
      ...(sheet.hidden ? { state: 'hidden' as const } : {}),
      ...(headingRow === undefined ? {} : { views: [{ state: 'frozen' as const, ySplit: headingRow }] }),
      pageSetup: {
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        ...(headingRow === undefined ? {} : { printTitlesRow: `1:${headingRow}` }),
      },
    })
    const width = [...sheet.rows.values()].reduce((most, row) => Math.max(most, ...row.keys()), 0)
    for (const [row, cells] of sheet.rows)
      for (const [column, content] of cells) writeContent(out, row, column, content)
    for (const { top, left, bottom, right } of sheet.merges)
      if (sheet.rows.has(top) && right <= width) out.mergeCells(top, left, Math.min(bottom, lastRow(sheet.rows)), right)
    for (const row of sheet.hiddenRows) out.getRow(row).hidden = true
    if (headingRow !== undefined)
      mark(
        out,
        { column: width + 1, headingRow },
        answers.filter((answer) => answer.sheet === sheet.name),
      )
    widen(out, width)
  }
  return workbookBytes(workbook)
}

const lastRow = (rows: ReadonlyMap<number, unknown>): number => Math.max(...rows.keys())

function writeContent(out: Worksheet, row: number, column: number, content: CellContent): void {
  const cell = out.getCell(row, column)
  if (content.kind === 'number') {
    cell.value = content.number
    cell.numFmt = content.format
  } else if (content.kind === 'boolean') cell.value = content.value
  else {
    cell.value = content.kind === 'text' ? content.text : content.shown
    cell.numFmt = '@'
  }
}

function mark(
  out: Worksheet,
  { column, headingRow }: { readonly column: number; readonly headingRow: number },
  answers: readonly RowAnswer[],
): void {
  const heading = out.getCell(headingRow, column)
  heading.value = ANSWER_HEADING
  out.getRow(headingRow).font = { bold: true }
  const ofRow = new Map<number, RowAnswer[]>()
  for (const answer of answers) {
    const row = answer.row === 0 ? headingRow : answer.row
    ofRow.set(row, [...(ofRow.get(row) ?? []), answer])
    if (!answer.wrong || answer.row === 0 || answer.column === '') continue
    const cell = out.getCell(`${answer.column}${answer.row}`)
    cell.fill = WRONG_FILL
    cell.note = answer.message
  }
  for (const [row, said] of ofRow) {
    const text = said
      .map(({ column: letters, message }) => `${letters === '' ? '' : `${letters}${row} `}${message}`)
      .join('\n')
    const cell = out.getCell(row, column)
    cell.value = row === headingRow ? `${ANSWER_HEADING}\n${text}` : text
    cell.alignment = { wrapText: true, vertical: 'top' }
    // Not every program makes a row as high as its text asks for.
    const lines = linesOf(String(cell.value))
    if (lines > 1) out.getRow(row).height = Math.min(MOST_HEIGHT, lines * LINE_HEIGHT)
    if (said.some(({ wrong }) => wrong))
      cell.font = { name: 'Calibri', family: 2, size: 11, color: { argb: WRONG_COLOUR } }
  }
  out.getColumn(column).width = ANSWER_WIDTH
}

const ANSWER_WIDTH = 64
const LINE_HEIGHT = 15
const MOST_HEIGHT = 400

/** Lines that a text takes in the column of answers; a Chinese character is two letters wide. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => {
    const width = [...line].reduce((each, character) => each + (character > '\u2e7f' ? 2 : 1), 0)
    return sum + Math.max(1, Math.ceil(width / (ANSWER_WIDTH - 4)))
  }, 0)

const MOST_WIDTH = 40
const WIDTH_ROWS = 200

function widen(out: Worksheet, width: number): void {
  for (let column = 1; column <= width; column += 1) {
    let most = 8
    for (let row = 1; row <= Math.min(WIDTH_ROWS, out.rowCount); row += 1) {
      const cell = out.getCell(row, column)
      if (cell.isMerged) continue
      const length = [...cell.text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
      most = Math.max(most, length + 2)
    }
    out.getColumn(column).width = Math.min(MOST_WIDTH, most)
  }
}
