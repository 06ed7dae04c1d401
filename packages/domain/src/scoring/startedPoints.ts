import type { PointCounting } from '@anjie/contracts/vocabulary/scoring/ruleParts'
import type { Decimal } from '@anjie/kernel'

/** How a span of shortfall counts: in proportion, whole points only, or a started point as a whole one. */
export function countedPoints({ wholePointsOnly, startedPoint }: PointCounting): (span: Decimal) => Decimal {
  if (!wholePointsOnly) return (span) => span
  return startedPoint === 'whole' ? (span) => span.ceil() : (span) => span.floor()
}

export function countedPointsClause({ wholePointsOnly, startedPoint }: PointCounting): string {
  if (!wholePointsOnly) return ''
  return startedPoint === 'whole' ? '（不足1个点按1个点计）' : '（不足1个点不计）'
}
