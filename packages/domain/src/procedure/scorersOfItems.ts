import type { LeafNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { formulaNames } from '../scoring/formulaNames.ts'
import { ruleOf } from '../scoring/methods/index.ts'
import { itemsBehind } from '../submissions/itemsBehind.ts'

const leavesOf = (node: SchemeNode): readonly LeafNode[] =>
  node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf)

/** 计分指标, which a finding is about. */
export const indicatorsOf = ({ root }: Pick<Scheme, 'root'>): readonly LeafNode[] => leavesOf(root)

/** 评分单位 that a scheme names for each item: its supplier, or who scores the first indicator that it stands behind. */
export function scorersOfItems({ root, items }: Pick<Scheme, 'root' | 'items'>): ReadonlyMap<string, string> {
  const names = formulaNames(items)
  const scorers = new Map<string, string>()
  for (const { scoring, scoredBy } of leavesOf(root))
    for (const item of itemsBehind(ruleOf(scoring).itemsOf(scoring, names), items, names))
      if (scoredBy !== '' && !scorers.has(item)) scorers.set(item, scoredBy)
  for (const { code, supplier } of items) if (supplier !== undefined && supplier !== '') scorers.set(code, supplier)
  return scorers
}
