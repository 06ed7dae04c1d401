import { type Digits, tenBig, wholeOf } from './decimalDigits.ts'

/** An exact fraction. The denominator is positive; lowest terms are only looked for where that is cheap. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Above this, looking for a common divisor of two long numbers costs more than carrying it along. */
const LONG = 1n << 512n

export const fractionOfDigits = (digits: Digits): Fraction =>
  digits.places >= 0
    ? { numerator: wholeOf(digits), denominator: tenBig(digits.places) }
    : { numerator: wholeOf(digits) * tenBig(-digits.places), denominator: 1n }

/** Over the common denominator, so that terms over the same one do not make it longer. */
export function addFractions(a: Fraction, b: Fraction, sign: 1n | -1n = 1n): Fraction {
  if (a.denominator === b.denominator)
    return { numerator: a.numerator + sign * b.numerator, denominator: a.denominator }
  const common = a.denominator > LONG && b.denominator > LONG ? 1n : divisor(a.denominator, b.denominator)
  const scale = b.denominator / common
  return {
    numerator: a.numerator * scale + sign * b.numerator * (a.denominator / common),
    denominator: a.denominator * scale,
  }
}

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
})

/** The divisor is not zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  const isNegative = b.numerator < 0n
  return {
    numerator: a.numerator * (isNegative ? -b.denominator : b.denominator),
    denominator: a.denominator * (isNegative ? -b.numerator : b.numerator),
  }
}

export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** Half to even or half away from zero, as numbers are published; down and up, as whole points are counted. */
export type WholeMode = 'half-even' | 'half-up' | 'down' | 'up'

/** The whole number that the quotient is rounded to. `down` is towards minus infinity, `up` towards plus. The divisor is positive. */
export function roundedQuotient(dividend: bigint, by: bigint, mode: WholeMode): bigint {
  const isNegative = dividend < 0n
  const magnitude = isNegative ? -dividend : dividend
  const kept = magnitude / by
  const rest = magnitude - kept * by
  return isNegative ? -(kept + more(rest, by, kept, mode, true)) : kept + more(rest, by, kept, mode, false)
}

function more(rest: bigint, by: bigint, kept: bigint, mode: WholeMode, isNegative: boolean): bigint {
  if (rest === 0n) return 0n
  if (mode === 'down') return isNegative ? 1n : 0n
  if (mode === 'up') return isNegative ? 0n : 1n
  const doubled = rest * 2n
  return doubled > by || (doubled === by && (mode === 'half-up' || kept % 2n === 1n)) ? 1n : 0n
}

/** The whole number of units of 10 to the minus `digits` that the fraction is rounded to. */
export const roundFraction = ({ numerator, denominator }: Fraction, digits: number, mode: WholeMode): bigint =>
  digits >= 0
    ? roundedQuotient(numerator * tenBig(digits), denominator, mode)
    : roundedQuotient(numerator, denominator * tenBig(-digits), mode)

/** Greatest common divisor. */
function divisor(a: bigint, b: bigint): bigint {
  let left = a
  let right = b
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}
