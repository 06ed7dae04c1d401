import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { figureText } from '../figureText.ts'
import { figureOf, openNames, pastFigure, pastPeriodText, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** Of one year alone there is no range. */
const LEAST_YEARS = 2

/** 历年区间. */
export const pastRange: RelationRule<Extract<ItemCheck, { kind: 'past-range' }>> = {
  items: ({ item }) => [item],
  decide: ({ item, years, margin }, figures) => {
    const now = figureOf(figures.cell(item))
    if (now === null) return undecided(item, openNames(figures, [item]))
    const past = Array.from({ length: years }, (_, index) => pastFigure(figures, item, index + 1))
    const known = past.filter((figure) => figure !== null)
    if (known.length < LEAST_YEARS)
      return {
        kind: 'undecided',
        item,
        message: `${figures.name(item)}前${years}年中只有${known.length}年有数值，无法核对`,
      }
    const least = Decimal.min(...known)
    const most = Decimal.max(...known)
    const low = least.minus(least.abs().times(margin).div(100))
    const high = most.plus(most.abs().times(margin).div(100))
    if (now.gte(low) && now.lte(high)) return HOLDS
    const shown = past
      .flatMap((figure, index) => (figure === null ? [] : `${pastPeriodText(figures, index + 1)}${plainText(figure)}`))
      .join('、')
    return {
      kind: 'broken',
      item,
      message: `${figures.name(item)}为${plainText(now)}，不在${figureText(low)}至${figureText(high)}之间（${shown}，外放${margin}%），请核对`,
    }
  },
}
