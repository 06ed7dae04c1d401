import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { plainText } from '@anjie/kernel'
import { figureOf, openNames, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** 不大于. */
export const atMost: RelationRule<Extract<ItemCheck, { kind: 'at-most' }>> = {
  items: ({ item, limitItem }) => [item, limitItem],
  decide: ({ item, limitItem }, figures) => {
    const figure = figureOf(figures.cell(item))
    const limit = figureOf(figures.cell(limitItem))
    if (figure === null || limit === null) return undecided(item, openNames(figures, [item, limitItem]))
    if (figure.lte(limit)) return HOLDS
    return {
      kind: 'broken',
      item,
      message: `${figures.name(item)}${plainText(figure)}大于${figures.name(limitItem)}${plainText(limit)}，请核对`,
    }
  },
}
