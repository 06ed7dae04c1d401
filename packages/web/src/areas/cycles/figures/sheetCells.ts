import type { OPERATIONS } from '../../../app/api/operations.ts'
import type { Answer } from '../../../app/api/operationTypes.ts'
import { commissionWords } from '../../../locales/zh-CN/cycles.ts'
import { periodText } from '../../../locales/zh-CN/format.ts'
import { entryWords } from '../../../locales/zh-CN/submissions.ts'

export type FigureSheet = Answer<(typeof OPERATIONS)['listCycleFigures']>
export type SheetRow = FigureSheet['rows'][number]
type SheetColumn = FigureSheet['columns'][number]

/** What a cell of the sheet says, in the console and in a file: a figure, or the word for why there is none. Nothing is told of a form that has not come up. */
export function sheetText({ absentMeans, filledBy }: SheetColumn, at: number, { figures, passed }: SheetRow): string {
  const figure = figures.find(({ column }) => column === at)
  if (figure !== undefined)
    return figure.status === 'reported' ? (figure.value ?? '') : entryWords.statuses[figure.status]
  if (!passed && filledBy === 'subject') return ''
  return absentMeans === 'zero' ? commissionWords.zero : commissionWords.unfilled
}

/** Headings of the columns: an item that is filled more than once in the cycle says of which period it is. */
export function sheetHeadings(columns: readonly SheetColumn[]): readonly string[] {
  const often = new Set(columns.map(({ item }) => item).filter((item, at, all) => all.indexOf(item) !== at))
  return columns.map(({ item, name, period }) => (often.has(item) ? `${name} ${periodText(period)}` : name))
}
