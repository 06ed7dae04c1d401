import type { Scale, WhenConstant } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import { Decimal } from '@anjie/kernel'
import { figure } from './figureText.ts'
import type { CheckedRule, Outcome, Reach, RuleFinding, RulePlace } from './method.ts'
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

/** A scale whose ends are the same or the wrong way round: the better figure would not get the higher score. */
export function scaleFindings(scale: Scale | undefined): readonly RuleFinding[] {
  if (scale === undefined) return []
  const width = new Decimal(scale.to).minus(scale.from)
  if (width.gt(0)) return []
  return [
    {
      severity: 'error',
      check: 'scale-order',
      message: width.isZero()
        ? `计分区间下限、上限都是${scale.from}，各单位得分都会相同；请改正其一`
        : `计分区间下限${scale.from}高于上限${scale.to}，好的反而得分低；请对调，数值越低越好的在“方向”里写明`,
    },
  ]
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
