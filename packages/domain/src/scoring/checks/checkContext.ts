import type { DataItem, Finding, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'
import { formulaNames } from '../formulaNames.ts'
import type { Reach } from '../method.ts'

/** What the integrity checks of one scheme share. */
export interface CheckContext {
  readonly scheme: Scheme
  readonly items: ReadonlyMap<string, DataItem>
  readonly names: ReadonlyMap<string, string>
  readonly nodes: readonly { readonly node: SchemeNode; readonly parent: SchemeNode | null; readonly depth: number }[]
}

export type Check = (context: CheckContext) => readonly Finding[]

export const finding = (severity: Finding['severity'], check: string, node: string, message: string): Finding => ({
  severity,
  check,
  node,
  message,
})

/** Walks the tree without recursion, so that even a hostile depth gets an answer. */
export function contextOf(scheme: Scheme): CheckContext {
  const nodes: { node: SchemeNode; parent: SchemeNode | null; depth: number }[] = []
  const waiting: typeof nodes = [{ node: scheme.root, parent: null, depth: 1 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    nodes.push(next)
    if (next.node.kind === 'branch')
      for (const child of next.node.children.toReversed())
        waiting.push({ node: child, parent: next.node, depth: next.depth + 1 })
  }
  return {
    scheme,
    items: new Map(scheme.items.map((item) => [item.code, item])),
    names: formulaNames(scheme.items),
    nodes,
  }
}

/** Least and most value of an item by its definition. */
export function domainOf(items: ReadonlyMap<string, DataItem>, code: string): Reach {
  const item = items.get(code)
  return {
    least: item?.min === undefined ? null : new Decimal(item.min),
    most: item?.max === undefined ? null : new Decimal(item.max),
  }
}
