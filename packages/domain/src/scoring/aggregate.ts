import type { Aggregation, BranchMissing } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal, unreachable } from '@anjie/kernel'

/** A child as its parent sees it. `redistributed`: does not apply, and its share goes to the siblings. */
export interface AggregatedChild {
  readonly points: Decimal | null
  readonly redistributed: boolean
  readonly weight: Decimal
  /** 分值 of the child, zero for a pure deduction or bonus. */
  readonly full: Decimal
}

export type Aggregated =
  | { readonly kind: 'points'; readonly points: Decimal }
  | { readonly kind: 'none'; readonly status: 'missing' | 'not-applicable' | 'no-score'; readonly reason: string }

const ZERO = new Decimal(0)

/** Makes a branch's score from its children. Stated outcomes: a zero or negative child under a geometric or harmonic mean gives no score. */
export function aggregate(
  children: readonly AggregatedChild[],
  aggregation: Aggregation,
  missing: BranchMissing,
): Aggregated {
  // A weight of 0 takes a child out of a mean: its missing figure must not bring the parent down.
  const counted = aggregation === 'sum' ? children : children.filter((child) => !child.weight.isZero())
  if (counted.length === 0) return { kind: 'none', status: 'no-score', reason: '下级指标的权重都是0' }
  const applicable = counted.filter((child) => !child.redistributed)
  if (applicable.length === 0) return { kind: 'none', status: 'not-applicable', reason: '所有下级指标均不适用' }
  const scored = applicable.reduce((count, child) => (child.points === null ? count : count + 1), 0)
  if (missing.minShare !== undefined && new Decimal(missing.minShare).times(applicable.length).gt(scored))
    return { kind: 'none', status: 'missing', reason: `有数据的下级指标为${scored}/${applicable.length}，低于要求` }
  if (missing.strategy === 'any-missing' && scored < applicable.length)
    return { kind: 'none', status: 'missing', reason: `${applicable.length - scored}个下级指标没有得分` }
  if (missing.strategy === 'all-missing' && scored === 0)
    return { kind: 'none', status: 'missing', reason: '所有下级指标均没有得分' }
  const used: { points: Decimal; weight: Decimal; full: Decimal }[] = []
  for (const child of applicable)
    if (child.points !== null) used.push({ points: child.points, weight: child.weight, full: child.full })
    else if (missing.strategy === 'as-zero') used.push({ points: ZERO, weight: child.weight, full: child.full })
  if (aggregation === 'sum') return { kind: 'points', points: sum(children, applicable, used) }
  let weights = ZERO
  for (const child of used) weights = weights.plus(child.weight)
  if (weights.isZero()) return { kind: 'none', status: 'no-score', reason: '可用下级指标的权重合计为0' }
  switch (aggregation) {
    case 'arithmetic': {
      let total = ZERO
      for (const child of used) total = total.plus(child.points.times(child.weight))
      return { kind: 'points', points: total.div(weights) }
    }
    case 'geometric': {
      if (used.some((child) => child.points.lte(0)))
        return { kind: 'none', status: 'no-score', reason: '几何平均不接受零或负的下级得分' }
      let logarithm = ZERO
      for (const child of used) logarithm = logarithm.plus(child.points.ln().times(child.weight))
      return { kind: 'points', points: logarithm.div(weights).exp() }
    }
    case 'harmonic': {
      if (used.some((child) => child.points.lte(0)))
        return { kind: 'none', status: 'no-score', reason: '调和平均不接受零或负的下级得分' }
      let reciprocal = ZERO
      for (const child of used) reciprocal = reciprocal.plus(child.weight.div(child.points))
      return { kind: 'points', points: weights.div(reciprocal) }
    }
    default:
      return unreachable(aggregation)
  }
}

/** Points of children that do not apply are handed to the others in proportion; pure deductions and bonuses are not scaled. */
function sum(
  children: readonly AggregatedChild[],
  applicable: readonly AggregatedChild[],
  used: readonly { readonly points: Decimal; readonly full: Decimal }[],
): Decimal {
  let total = ZERO
  if (applicable.length === children.length) {
    for (const child of used) total = total.plus(child.points)
    return total
  }
  const all = children.reduce((points, child) => points.plus(child.full), ZERO)
  const left = applicable.reduce((points, child) => points.plus(child.full), ZERO)
  const factor = left.isZero() ? new Decimal(1) : all.div(left)
  for (const child of used) total = total.plus(child.full.isZero() ? child.points : child.points.times(factor))
  return total
}
