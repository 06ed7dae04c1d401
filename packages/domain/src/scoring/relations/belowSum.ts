import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import { Decimal, plainText } from '@anjie/kernel'
import { figureOf, openNames, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** So many names are said; the rest is counted. */
const NAMED = 3

/** 下级合计. Where one unit's figure is open the sum is not the whole, and decides nothing. */
export const belowSum: RelationRule<Extract<ItemCheck, { kind: 'below-sum' }>> = {
  items: ({ item }) => [item],
  decide: (check, figures) => {
    const { item, subjectKind, tolerance } = check
    const own = figureOf(figures.cell(item))
    if (own === null) return undecided(item, openNames(figures, [item]))
    const kind = SUBJECT_KIND_NAMES[subjectKind]
    const name = figures.name(item)
    const below = figures.below(check)
    if (below === undefined)
      return { kind: 'undecided', item, message: `没有找到同期的${kind}填报，${name}无法与下级合计核对` }
    if (below.open.length > 0 || below.sum === null) {
      const named = below.open.slice(0, NAMED).join('、')
      const more = below.open.length > NAMED ? `等${below.open.length}个` : ''
      return { kind: 'undecided', item, message: `${named}${more}${kind}尚未上报，${name}无法与下级合计核对` }
    }
    if (
      own
        .minus(below.sum)
        .abs()
        .lte(new Decimal(tolerance ?? 0))
    )
      return HOLDS
    const within = tolerance === undefined ? '' : `（允许相差${tolerance}）`
    return {
      kind: 'broken',
      item,
      message: `${name}填报${plainText(own)}，${below.units}个${kind}上报合计${plainText(below.sum)}（${below.cycleName}），相差${plainText(own.minus(below.sum).abs())}${within}，请核对`,
    }
  },
}
