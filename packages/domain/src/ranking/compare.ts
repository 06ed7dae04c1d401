import type { Decimal } from '@anjie/kernel'

/** Negative, zero or positive, like a sort function. */
export const compare = (a: Decimal, b: Decimal): number => a.comparedTo(b)

export const larger = (a: Decimal, b: Decimal): Decimal => (compare(a, b) >= 0 ? a : b)
export const smaller = (a: Decimal, b: Decimal): Decimal => (compare(a, b) <= 0 ? a : b)
export const isZero = (value: Decimal): boolean => value.isZero()
