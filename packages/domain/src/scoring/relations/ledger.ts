import type { ItemCheck } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, plainText } from '@anjie/kernel'
import { COMPARISON_PASSES, COMPARISON_WORDS } from './comparison.ts'
import { figureOf, openNames, undecided } from './figureOf.ts'
import { HOLDS, type RelationRule } from './relation.ts'

/** 与台账核对. A ledger that nobody filled decides nothing. */
export const ledger: RelationRule<Extract<ItemCheck, { kind: 'ledger' }>> = {
  items: ({ item }) => [item],
  decide: (check, figures) => {
    const { item, is, tolerance } = check
    const own = figureOf(figures.cell(item))
    if (own === null) return undecided(item, openNames(figures, [item]))
    const name = figures.name(item)
    const beside = figures.beside(check)
    if (beside === undefined || beside.value === null)
      return { kind: 'undecided', item, message: `${beside?.note ?? '台账中没有数'}，${name}无法与台账核对` }
    if (COMPARISON_PASSES[is](own, beside.value, new Decimal(tolerance ?? 0))) return HOLDS
    const within = tolerance === undefined ? '' : `（允许相差${tolerance}）`
    return {
      kind: 'broken',
      item,
      message: `${name}填报${plainText(own)}，应${COMPARISON_WORDS[is]}${beside.from}的${plainText(beside.value)}${within}，请核对`,
    }
  },
}
