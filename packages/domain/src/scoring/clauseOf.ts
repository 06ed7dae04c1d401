import type { Aggregation, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'
import { ClauseWords } from './clauseWords.ts'
import { ruleOf } from './methods/index.ts'
import { modifierClause } from './modifiers.ts'

const AGGREGATIONS: Record<Aggregation, string> = {
  sum: '得分为下列各项得分之和。',
  arithmetic: '得分为下列各项得分按权重的算术平均。',
  geometric: '得分为下列各项得分按权重的几何平均。',
  harmonic: '得分为下列各项得分按权重的调和平均。',
}

/** 条款: a node of a scheme as the sentence that an office would publish, e.g. for the method page. */
export function clauseOf(scheme: Pick<Scheme, 'items' | 'groups'>, node: SchemeNode): string {
  const items = new Map(scheme.items.map((item) => [item.code, item]))
  return nodeClause(
    node,
    new ClauseWords(items, scheme.groups, node.points === undefined ? null : new Decimal(node.points)),
  )
}

/** The same with the words at hand; the words' points are those that hold for the group. */
export function nodeClause(node: SchemeNode, words: ClauseWords): string {
  const own = node.kind === 'leaf' ? ruleOf(node.scoring).clause(node.scoring, words) : AGGREGATIONS[node.aggregation]
  return `${own}${(node.modifiers ?? []).map((modifier) => modifierClause(modifier, words)).join('')}`
}
