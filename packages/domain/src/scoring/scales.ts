import type { Scale, WhenConstant } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import { figure } from './figureText.ts'
import type { CheckedRule, Outcome, Reach, RulePlace } from './method.ts'
import { noScore, points } from './method.ts'

/** Where normalised figures are put at a place of use. */
export interface BoundScale {
  readonly from: Decimal
  readonly to: Decimal
  /** Puts a ratio (0 = bottom, 1 = top) on the scale. */
  readonly put: (ratio: Decimal) => Decimal
}

export function bindScale(scale: Scale | undefined, place: Pick<RulePlace, 'full'>): BoundScale {
  const from = new Decimal(scale?.from ?? 0)
  const to = scale === undefined ? place.full : new Decimal(scale.to)
  const width = to.minus(from)
  return { from, to, put: from.isZero() ? (ratio) => ratio.times(width) : (ratio) => ratio.times(width).plus(from) }
}

export const scaleReach = (scale: Scale | undefined, rule: Pick<CheckedRule, 'full'>): Reach => {
  const { from, to } = bindScale(scale, rule)
  return { least: Decimal.min(from, to), most: Decimal.max(from, to) }
}

const SHARE = { full: '1', half: '0.5', zero: '0' } as const

/** The stated answer when all peers have the same figure. */
export function constantOutcome(when: WhenConstant, scale: BoundScale): Outcome {
  if (when === 'no-score') return noScore('各单位数值相同，按方案不计分')
  return points(scale.put(new Decimal(SHARE[when])), () => ({
    figures: [figure('各单位数值相同', constantText(when))],
    next: null,
  }))
}

export function constantText(when: WhenConstant): string {
  switch (when) {
    case 'no-score':
      return '不计分'
    case 'full':
      return '均得满分'
    case 'half':
      return '均得中间值'
    case 'zero':
      return '均得最低值'
  }
}

export const constantClause = (when: WhenConstant): string => `各单位数值相同时${constantText(when)}`

export const scaleText = (scale: Scale | undefined, full: string): string =>
  scale === undefined ? `0至${full}` : `${scale.from}至${scale.to}`
