import type { CheckComparison } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Decimal } from '@anjie/kernel'

/** How the two sides of a relation should stand, in words. */
export const COMPARISON_WORDS = {
  '=': '等于',
  '<=': '不大于',
  '<': '小于',
  '>=': '不小于',
  '>': '大于',
} as const satisfies Record<CheckComparison, string>

/** Whether they do, when they may lie so much apart. */
export const COMPARISON_PASSES: Readonly<
  Record<CheckComparison, (left: Decimal, right: Decimal, within: Decimal) => boolean>
> = {
  '=': (left, right, within) => left.minus(right).abs().lte(within),
  '<=': (left, right, within) => left.lte(right.plus(within)),
  '<': (left, right, within) => left.lt(right.plus(within)),
  '>=': (left, right, within) => left.gte(right.minus(within)),
  '>': (left, right, within) => left.gt(right.minus(within)),
}
