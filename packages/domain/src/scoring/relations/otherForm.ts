import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { figureOf, openNames, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** 与其他表一致: one figure has one value, wherever it is asked for. */
export const otherForm: RelationRule<Extract<ItemCheck, { kind: 'other-form' }>> = {
  items: ({ item }) => [item],
  decide: (check, figures) => {
    const { item, tolerance } = check
    const own = figureOf(figures.cell(item))
    if (own === null) return undecided(item, openNames(figures, [item]))
    const name = figures.name(item)
    const beside = figures.beside(check)
    if (beside === undefined || beside.value === null)
      return { kind: 'undecided', item, message: `其他表中没有同期的${name}，无法核对` }
    const apart = own.minus(beside.value).abs()
    if (apart.lte(new Decimal(tolerance ?? 0))) return HOLDS
    const within = tolerance === undefined ? '' : `（允许相差${tolerance}）`
    return {
      kind: 'broken',
      item,
      message: `${name}填报${plainText(own)}，“${beside.from}”中填报${plainText(beside.value)}，相差${plainText(apart)}${within}，请核对`,
    }
  },
}
