import type { Decimal } from '@anjie/kernel'

/** The figure in the middle, exact; of an even number the mean of the two. */
export function median(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((left, right) => left.comparedTo(right))
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('a median needs a value')
  return upper.plus(lower).div(2)
}
