import { changeText, LEAGUE_WORDS } from '@anjie/contracts/vocabulary/league-tables/leagueWords'
import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { PaperSize, Worksheet } from 'exceljs'
import { newWorkbook, workbookBytes } from './newWorkbook.ts'
import { sheetNames } from './sheetNames.ts'
import { columnLetters } from './xlsx/readSheet.ts'

/** What a league table's workbook is made from: exactly what the screen shows. */
export interface LeagueWorkbookInput {
  readonly title: string
  /** Printed under each table: rank basis, numbering, rounding. */
  readonly basis: string
  /** Of the run's archive; runs from before it was kept have none. */
  readonly seal: string | undefined
  readonly groups: readonly { readonly code: string; readonly name: string }[]
  readonly rows: readonly LeagueRow[]
}

/** Columns beside the level-one scores, with the width that their longest usual content needs, in characters. */
const HEAD = [
  { name: '位次', width: 8 },
  { name: '并列', width: 6 },
  { name: '变化', width: 8 },
  { name: '考评对象', width: 16 },
  { name: '代码', width: 9 },
  { name: '得分', width: 9 },
  { name: '等次', width: 8 },
  { name: '位次区间', width: 12 },
  { name: '说明', width: 18 },
] as const
/** Repeated on each sheet where the table needs several side by side: rank to name. */
const REPEATED = 4
const SCORE_COLUMN = 6
const SCORE_WIDTH = 10
/** How many characters of the standard 11 pt stand across a landscape sheet at full size. */
const A4_CHARACTERS = 130
const A3_CHARACTERS = 190
/** Below this share of the full size, 8 pt and less, nobody reads a table. */
const LEAST_SCALE = 0.75
/** The numbers that the file format gives the paper sizes. */
const A4 = 9
const A3 = 8

interface SheetOfPaper {
  readonly paperSize: typeof A4 | typeof A3
  /** Sheets side by side, each with the repeated columns. */
  readonly fitToWidth: number
}

/** The smallest paper on which a table of so many characters across stays readable; wider ones go on several sheets of A3. */
export function paperFor(characters: number): SheetOfPaper {
  if (characters * LEAST_SCALE <= A4_CHARACTERS) return { paperSize: A4, fitToWidth: 1 }
  if (characters * LEAST_SCALE <= A3_CHARACTERS) return { paperSize: A3, fitToWidth: 1 }
  const repeated = HEAD.slice(0, REPEATED).reduce((sum, { width }) => sum + width, 0)
  return { paperSize: A3, fitToWidth: Math.ceil((characters - repeated) / (A3_CHARACTERS / LEAST_SCALE - repeated)) }
}

/** Decimal places of a published figure, so that the cell shows what was ranked and not one digit more. */
const numberFormat = (text: string): string => {
  const digits = text.split('.')[1]?.length ?? 0
  return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`
}

function setFigure(sheet: Worksheet, row: number, column: number, text: string | null, absent: string): void {
  const cell = sheet.getCell(row, column)
  if (text === null) {
    cell.value = absent
    return
  }
  // A published figure has far fewer than the 15 digits that a spreadsheet keeps exactly.
  cell.value = Number(text)
  cell.numFmt = numberFormat(text)
  cell.alignment = FIGURE
}

/** What is read in a row stands at one height; a figure keeps off the text beside it. */
const FIGURE = { horizontal: 'right', vertical: 'middle' } as const
const CENTRED = { horizontal: 'center', vertical: 'middle' } as const
const TEXT = { horizontal: 'left', vertical: 'middle', indent: 1, wrapText: true } as const

/** Points, of the standard 11 pt. */
const LINE_HEIGHT = 15
const HAIRLINE = { bottom: { style: 'hair' } } as const

/** A line under the table, broken within its width: one long line would make the sheet as wide as itself, and its print as small. */
function footnote(sheet: Worksheet, row: number, characters: number, columns: number, text: string): void {
  sheet.mergeCells(row, 1, row, columns)
  const cell = sheet.getCell(row, 1)
  cell.value = text
  cell.alignment = { wrapText: true, vertical: 'top' }
  // A Chinese character is as wide as two figures.
  const length = Array.from(text).reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
  sheet.getRow(row).height = LINE_HEIGHT * Math.max(1, Math.ceil((length * 1.1) / characters))
}

/** A workbook with one sheet per group; figures are numbers, codes are text, nothing is an empty cell. */
export async function leagueWorkbook(input: LeagueWorkbookInput): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const groups = input.groups.filter(({ code }) => input.rows.some((row) => row.group === code))
  const names = sheetNames(groups.map(({ name }) => name))
  groups.forEach((group, index) => {
    const rows = input.rows.filter((row) => row.group === group.code)
    const levelOne = rows[0]?.levelOne ?? []
    const width = HEAD.length + levelOne.length
    const characters = HEAD.reduce((sum, each) => sum + each.width, 0) + SCORE_WIDTH * levelOne.length
    const paper = paperFor(characters)
    const sheet = workbook.addWorksheet(names[index] ?? group.code, {
      pageSetup: {
        fitToWidth: paper.fitToWidth,
        // The library's list of sizes leaves out A3; the file format has it.
        paperSize: paper.paperSize as PaperSize,
        orientation: 'landscape',
        fitToPage: true,
        // As many sheets down as the rows need.
        fitToHeight: 0,
        horizontalCentered: true,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
        printTitlesRow: '1:3',
        printTitlesColumn: `A:${String.fromCharCode(64 + REPEATED)}`,
      },
      headerFooter: { oddFooter: '第&P页，共&N页' },
      views: [{ state: 'frozen', xSplit: REPEATED, ySplit: 3 }],
    })
    sheet.getCell(1, 1).value = `${input.title}　${group.name}`
    sheet.getCell(1, 1).font = { bold: true, size: 14 }
    sheet.getRow(3).values = [...HEAD.map(({ name }) => name), ...levelOne.map(({ name }) => name)]
    sheet.getRow(3).font = { bold: true }
    for (let column = 1; column <= width; column += 1) {
      const isFigure = column === SCORE_COLUMN || column > HEAD.length
      sheet.getCell(3, column).alignment = {
        ...(column === 1 ? CENTRED : isFigure ? FIGURE : TEXT),
        wrapText: true,
        vertical: 'bottom',
      }
    }
    rows.forEach((row, offset) => {
      const at = offset + 4
      sheet.getRow(at).values = [
        row.rank ?? LEAGUE_WORDS.notRanked,
        row.tied ? LEAGUE_WORDS.tied : LEAGUE_WORDS.notTied,
        changeText(row.rankChange),
        row.name,
        row.subject,
        '',
        row.grade ?? LEAGUE_WORDS.noGrade,
        row.interval === null ? LEAGUE_WORDS.noInterval : `${row.interval.from}–${row.interval.to}`,
        remarkText(row),
      ]
      HEAD.forEach((_, column) => {
        sheet.getCell(at, column + 1).alignment = TEXT
      })
      sheet.getCell(at, 1).alignment = CENTRED
      sheet.getCell(at, 5).numFmt = '@'
      setFigure(sheet, at, SCORE_COLUMN, row.publishedScore, LEAGUE_WORDS.noScore)
      levelOne.forEach(({ code }, column) => {
        const points = row.levelOne.find((entry) => entry.code === code)?.points ?? null
        setFigure(sheet, at, HEAD.length + column + 1, points, LEAGUE_WORDS.noScore)
      })
    })
    footnote(sheet, rows.length + 5, characters, width, input.basis)
    if (input.seal !== undefined) footnote(sheet, rows.length + 6, characters, width, `封签：${input.seal}`)
    sheet.pageSetup.printArea = `A1:${columnLetters(width)}${rows.length + (input.seal === undefined ? 5 : 6)}`
    sheet.columns.forEach((column, at) => {
      column.width = HEAD[at]?.width ?? SCORE_WIDTH
    })
    for (let at = 4; at < rows.length + 4; at += 1)
      for (let column = 1; column <= width; column += 1) sheet.getCell(at, column).border = HAIRLINE
  })
  return workbookBytes(workbook)
}

/** Why there is no place, and what stands beside place and grade. */
const remarkText = ({ notRankedReason, remarks = [] }: LeagueRow): string =>
  [notRankedReason, ...remarks].filter((part) => part !== null).join('；') || '无'
