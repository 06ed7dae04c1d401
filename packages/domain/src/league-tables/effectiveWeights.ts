import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'

/**
 * 实际权重: the share of every node in the whole, from 0 to 1: its part among its siblings (weight under a mean, points under a
 * sum), multiplied down the tree.
 */
export function effectiveWeights(root: SchemeNode): ReadonlyMap<string, Decimal> {
  const shares = new Map<string, Decimal>()
  const walk = (node: SchemeNode, share: Decimal): void => {
    shares.set(node.code, share)
    if (node.kind === 'leaf') return
    const parts = node.children.map((child) =>
      node.aggregation === 'sum' ? new Decimal(child.points ?? 0) : new Decimal(child.weight ?? 1),
    )
    const total = parts.reduce((sum, part) => sum.plus(part), new Decimal(0))
    for (const [index, child] of node.children.entries()) {
      const part = parts[index] ?? new Decimal(0)
      walk(child, total.isZero() ? new Decimal(0) : share.times(part).div(total))
    }
  }
  walk(root, new Decimal(1))
  return shares
}
