import { periodText } from '@anjie/calendar-cn'
import type { Decimal } from '@anjie/kernel'
import type { Cell } from '../cell.ts'
import { shiftYears } from '../periods.ts'
import type { RelationFigures, RelationOutcome } from './relation.ts'

/** The figure, or `null` where there is none to decide by. A zero is a figure. */
export const figureOf = (cell: Cell): Decimal | null => (cell.status === 'reported' ? cell.value : null)

export const pastFigure = (figures: RelationFigures, item: string, yearsBack: number): Decimal | null =>
  figureOf(figures.cell(item, yearsBack))

export const pastPeriodText = ({ period }: RelationFigures, yearsBack: number): string =>
  periodText(shiftYears(period, -yearsBack))

/** 无法判断: which operands are open, by name. */
export const undecided = (item: string | null, open: readonly string[]): RelationOutcome => ({
  kind: 'undecided',
  item,
  message: `${open.join('、')}没有数值，无法核对`,
})

export const openNames = (figures: RelationFigures, items: readonly string[]): string[] =>
  items.filter((item) => figureOf(figures.cell(item)) === null).map((item) => figures.name(item))
