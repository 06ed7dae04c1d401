import type { LeagueRow } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Worksheet } from 'exceljs'
import { newWorkbook, workbookBytes } from './newWorkbook.ts'
import { sheetNames } from './sheetNames.ts'

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

const HEAD = ['位次', '并列', '位次变化', '考评对象', '代码', '得分', '等次', '位次区间', '说明'] as const

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
  cell.alignment = { horizontal: 'right' }
}

const changeText = (change: number | null): string =>
  change === null ? '无可比' : change === 0 ? '持平' : change > 0 ? `升${change}` : `降${-change}`

/** A workbook with one sheet per group; figures are numbers, codes are text, nothing is an empty cell. */
export async function leagueWorkbook(input: LeagueWorkbookInput): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const groups = input.groups.filter(({ code }) => input.rows.some((row) => row.group === code))
  const names = sheetNames(groups.map(({ name }) => name))
  groups.forEach((group, index) => {
    const rows = input.rows.filter((row) => row.group === group.code)
    const levelOne = rows[0]?.levelOne ?? []
    const sheet = workbook.addWorksheet(names[index] ?? group.code, {
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      views: [{ state: 'frozen', ySplit: 3 }],
    })
    const width = HEAD.length + levelOne.length
    sheet.mergeCells(1, 1, 1, width)
    sheet.getCell(1, 1).value = `${input.title}　${group.name}`
    sheet.getCell(1, 1).font = { bold: true, size: 14 }
    sheet.getRow(3).values = [...HEAD, ...levelOne.map(({ name }) => name)]
    sheet.getRow(3).font = { bold: true }
    rows.forEach((row, offset) => {
      const at = offset + 4
      sheet.getRow(at).values = [
        row.rank ?? '不排名',
        row.tied ? '并列' : '否',
        changeText(row.rankChange),
        row.name,
        row.subject,
        '',
        row.grade ?? '未定',
        row.interval === null ? '未计算' : `${row.interval.from}–${row.interval.to}`,
        remarkText(row),
      ]
      sheet.getCell(at, 5).numFmt = '@'
      setFigure(sheet, at, 6, row.publishedScore, '无得分')
      levelOne.forEach(({ code }, column) => {
        const points = row.levelOne.find((entry) => entry.code === code)?.points ?? null
        setFigure(sheet, at, HEAD.length + column + 1, points, '无得分')
      })
    })
    sheet.getCell(rows.length + 5, 1).value = input.basis
    if (input.seal !== undefined) sheet.getCell(rows.length + 6, 1).value = `封签：${input.seal}`
    sheet.columns.forEach((column, at) => {
      column.width = at === 3 ? 16 : at === 8 ? 24 : 11
    })
  })
  return workbookBytes(workbook)
}

/** Why there is no place, and what stands beside place and grade. */
const remarkText = ({ notRankedReason, remarks = [] }: LeagueRow): string =>
  [notRankedReason, ...remarks].filter((part) => part !== null).join('；') || '无'
