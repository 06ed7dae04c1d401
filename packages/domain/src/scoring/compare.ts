import type { Decimal } from '@anjie/kernel'

/**
 * Compares two finite decimals without the copies that the library's own comparison makes of its argument; comparisons are
 * the most frequent step of all. Negative, zero or positive, like a sort function.
 */
export function compare(a: Decimal, b: Decimal): number {
  const left = a.d
  const right = b.d
  const leftZero = left[0] === 0
  const rightZero = right[0] === 0
  if (leftZero || rightZero) return leftZero ? (rightZero ? 0 : -b.s) : a.s
  if (a.s !== b.s) return a.s
  if (a.e !== b.e) return a.e > b.e ? a.s : -a.s
  const shared = Math.min(left.length, right.length)
  for (let at = 0; at < shared; at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference > 0 ? a.s : -a.s
  }
  return left.length === right.length ? 0 : left.length > right.length ? a.s : -a.s
}

export const larger = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b)
export const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b)
export const isZero = (value: Decimal): boolean => value.d[0] === 0
