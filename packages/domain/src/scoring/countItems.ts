import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { formulaNames } from './formulaNames.ts'
import { ruleOf } from './methods/index.ts'

/**
 * Items that count events, things or points to take off, as the scheme's rules use them: a negative one would turn a deduction
 * into a bonus. Each with the name of the indicator that counts it first.
 */
export function countItems(scheme: Pick<Scheme, 'items' | 'root' | 'groups'>): ReadonlyMap<string, string> {
  const names = formulaNames(scheme.items)
  const counted = new Map<string, string>()
  const count = (items: readonly string[], where: string): void => {
    for (const item of items) if (!counted.has(item)) counted.set(item, where)
  }
  const nodeNames = new Map<string, string>()
  // Walked with a list, as a draft may be of any depth.
  const waiting = [scheme.root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodeNames.set(node.code, node.name)
    for (const modifier of node.modifiers ?? [])
      if (modifier.kind === 'repeat-multiplier') count([modifier.item], node.name)
    if (node.kind === 'leaf') count(ruleOf(node.scoring).countsOf?.(node.scoring, names) ?? [], node.name)
    else for (const child of node.children.toReversed()) waiting.push(child)
  }
  for (const group of scheme.groups)
    for (const { node, scoring } of group.overrides)
      if (scoring !== undefined) count(ruleOf(scoring).countsOf?.(scoring, names) ?? [], nodeNames.get(node) ?? node)
  return counted
}
