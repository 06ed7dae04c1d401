import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { figureOf, openNames, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** 分项合计. */
export const partsSum: RelationRule<Extract<ItemCheck, { kind: 'parts-sum' }>> = {
  items: ({ whole, parts }) => [whole, ...parts],
  decide: ({ whole, parts }, figures) => {
    const open = openNames(figures, [whole, ...parts])
    const total = figureOf(figures.cell(whole))
    if (open.length > 0 || total === null) return undecided(whole, open)
    const terms = parts.map((item) => ({ item, figure: figureOf(figures.cell(item)) ?? new Decimal(0) }))
    const sum = terms.reduce((made, { figure }) => made.plus(figure), new Decimal(0))
    if (sum.eq(total)) return HOLDS
    const shown = terms.map(({ item, figure }) => `${figures.name(item)}${plainText(figure)}`).join('＋')
    return {
      kind: 'broken',
      item: whole,
      message: `${figures.name(whole)}填报${plainText(total)}，而${shown}＝${plainText(sum)}，相差${plainText(total.minus(sum).abs())}，请核对`,
    }
  },
}
