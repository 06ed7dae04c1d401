import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { Decimal } from '@anjie/kernel'
import { lengthOf, shiftYears } from '../scoring/periods.ts'

/** How many times as much, and how few of it, makes one look again. */
const TIMES = 3
/** Small numbers jump by themselves: one accident after none is no slip of the pen. */
const LEAST_DIFFERENCE = 10
/** Of a percentage, in percentage points. */
const LEAST_POINTS = 20

/**
 * 与往期相差悬殊: the past figure that a new one should be looked at beside, or `null`. Compared with the same period of the year
 * before, else with the latest of the same length; a figure within the range of what there was is never remarked on. A hint for the
 * clerk: it refuses nothing.
 */
export function unusualAgainstPast(
  item: Pick<DataItem, 'unit'>,
  period: string,
  value: string,
  past: readonly FormValue[],
): { readonly period: string; readonly value: string } | null {
  const comparable = past.flatMap((each) =>
    each.status === 'reported' && each.period < period && lengthOf(each.period) === lengthOf(period)
      ? [{ period: each.period, value: each.value }]
      : [],
  )
  const reference =
    comparable.find((each) => each.period === shiftYears(period, -1)) ??
    comparable.toSorted((one, other) => (one.period < other.period ? -1 : 1)).at(-1)
  if (reference === undefined) return null
  const now = new Decimal(value)
  const all = comparable.map((each) => new Decimal(each.value))
  if (now.gte(Decimal.min(...all)) && now.lte(Decimal.max(...all))) return null
  const before = new Decimal(reference.value)
  const difference = now.minus(before).abs()
  if (item.unit === '%') return difference.gte(LEAST_POINTS) ? reference : null
  const isFar = now.abs().gte(before.abs().times(TIMES)) || now.abs().times(TIMES).lte(before.abs())
  return isFar && difference.gte(LEAST_DIFFERENCE) ? reference : null
}
