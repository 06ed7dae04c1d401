import { Decimal } from '@anjie/kernel'
import type { Cell, FiguresOfSubject } from './cell.ts'
import { type FormulaInput, type FormulaLookup, type PeriodShift, referenceKey } from './formula/index.ts'
import { previousPeriod, shiftYears, yearToDate } from './periods.ts'

/** Lets a formula read one subject's figures, by name and period. */
export function lookUpFigures(
  figures: FiguresOfSubject,
  names: ReadonlyMap<string, string>,
  period: string,
): FormulaLookup {
  return ({ name, periodShift }) => {
    // A name that is found as written is already spelled as a key.
    const item = names.get(name) ?? names.get(referenceKey(name))
    if (item === undefined) return undefined
    return inputOf(shifted(figures, item, period, periodShift))
  }
}

/** The periods that a reference with this shift reads. */
export function shiftedPeriods(period: string, shift: PeriodShift): readonly string[] {
  switch (shift) {
    case 'current':
      return [period]
    case 'previous':
      return [previousPeriod(period)]
    case 'same-last-year':
      return [shiftYears(period, -1)]
    case 'year-to-date':
      return yearToDate(period)
  }
}

function shifted(figures: FiguresOfSubject, item: string, period: string, shift: PeriodShift): Cell {
  if (shift === 'current') return period === figures.period ? figures.cell(item) : figures.at(item, period)
  const cells = shiftedPeriods(period, shift).map((at) => figures.at(item, at))
  const [only] = cells
  if (shift !== 'year-to-date' && only !== undefined) return only
  const unusable = cells.find((cell) => cell.status !== 'reported')
  if (unusable !== undefined) return unusable
  const value = cells.reduce((sum, cell) => (cell.status === 'reported' ? sum.plus(cell.value) : sum), new Decimal(0))
  return { status: 'reported', value, period, assumed: false }
}

function inputOf(cell: Cell): FormulaInput {
  if (cell.status === 'reported') return { kind: 'number', value: cell.value }
  return cell.note === null ? { kind: cell.status } : { kind: cell.status, reason: cell.note }
}
