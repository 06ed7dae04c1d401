import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { figureText } from '../figureText.ts'
import { figureOf, openNames, pastFigure, pastPeriodText, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** 与上年同期相比: decided without a division, so that a third is not rounded before it is compared. */
export const pastChange: RelationRule<Extract<ItemCheck, { kind: 'past-change' }>> = {
  items: ({ item }) => [item],
  decide: ({ item, fallAtMost, riseAtMost }, figures) => {
    const now = figureOf(figures.cell(item))
    if (now === null) return undecided(item, openNames(figures, [item]))
    const before = pastFigure(figures, item, 1)
    const then = pastPeriodText(figures, 1)
    if (before === null) return undecided(item, [`${figures.name(item)}${then}`])
    const said = `${figures.name(item)}${then}为${plainText(before)}，本期为${plainText(now)}`
    // A hundredth more or less of nothing is nothing: only the same figure is within any share of it.
    const change = now.minus(before)
    const size = before.abs()
    const rose = change.gt(0) && riseAtMost !== undefined && change.times(100).gt(size.times(riseAtMost))
    const fell = change.lt(0) && fallAtMost !== undefined && change.abs().times(100).gt(size.times(fallAtMost))
    if (!rose && !fell) return HOLDS
    const share = size.isZero() ? '' : `${figureText(percentOf(change.abs(), size))}%`
    const limit = rose ? riseAtMost : fallAtMost
    return {
      kind: 'broken',
      item,
      message: `${said}，${rose ? '上升' : '下降'}${share}，超过${limit}%，请核对`,
    }
  },
}

/** For reading only; the decision was made before. */
const percentOf = (part: Decimal, whole: Decimal): Decimal => new Decimal(part.times(100).div(whole).toFixed(1))
