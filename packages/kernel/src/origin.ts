import { type Digits, tenBig, wholeOf } from './decimalDigits.ts'
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fractionOfDigits,
  multiplyFractions,
  roundedQuotient,
  roundFraction,
  type WholeMode,
} from './fraction.ts'

/** A value with what is known of its exactness. Without an origin its digits are the whole truth. */
export interface Known extends Digits {
  readonly origin: Origin | null
}

/**
 * Where the digits of a value are only near the truth: how far off they can be, and what they were made of, so that the
 * truth can be worked out where a decision needs it. (Lazy exact arithmetic behind an interval filter, as computational
 * geometry does it.)
 */
export interface Origin {
  /** Greatest possible distance of the digits from the true value. */
  readonly error: number
  /** `root`: a root, logarithm or power went in, so there is no fraction to work out; `TOLERANCE_DIGITS` decides. */
  readonly operation: 'plus' | 'minus' | 'times' | 'div' | 'root'
  readonly left: Known
  readonly right: Known
  /** The true value, once it was asked for. */
  fraction: Fraction | null
}

/**
 * The one stated tolerance of roots, logarithms and powers: wherever something is decided by such a figure, it counts with so many
 * decimal places. Wider than the errors that can reach it: those lie beyond the thirtieth place for figures of usual size.
 */
export const TOLERANCE_DIGITS = 24
const TOLERANCE = 1e-24

/** How often a decision was too close for the digits at hand and was made on exact fractions. For benches and tests. */
export const closeDecisions = { count: 0 }

const TENS = Float64Array.from({ length: 308 }, (_, exponent) => Number(`1e${exponent}`))
/** 10 to the power of that; not a number where a double might not hold it, so that no comparison with it succeeds. */
const tenNear = (exponent: number): number =>
  exponent < 0 ? 1 / (TENS[-exponent] ?? Number.NaN) : (TENS[exponent] ?? Number.NaN)

/** The last place of a value with so many places; never understated. */
export const lastPlace = (places: number): number => (places > 300 ? 1e-300 : 1 / tenNear(places))

/** Within a few parts in 10¹⁵; not a number where a double might not hold it. */
export const nearly = ({ small, large, places }: Digits): number =>
  (Number.isNaN(small) ? Number(large) : small) / tenNear(places)

export const errorOf = (value: Known): number => (value.origin === null ? 0 : value.origin.error)
export const isRoot = (value: Known): boolean => value.origin !== null && value.origin.operation === 'root'

const wholeAt = (value: Digits, places: number): bigint =>
  value.places === places ? wholeOf(value) : wholeOf(value) * tenBig(places - value.places)

/** Compares where at least one is only near the truth. */
export function compareNear(a: Known, b: Known): -1 | 0 | 1 {
  const one = nearly(a)
  const two = nearly(b)
  const byRoots = isRoot(a) || isRoot(b)
  const margin = (errorOf(a) + errorOf(b)) * SLACK + (byRoots ? TOLERANCE : 0)
  const gap = one - two
  if (Math.abs(gap) > DOUBLE * (Math.abs(one) + Math.abs(two)) + 2 * margin) return gap < 0 ? -1 : 1
  const places = Math.max(a.places, b.places)
  const difference = wholeAt(a, places) - wholeAt(b, places)
  if (Math.abs(Number(difference)) / tenNear(places) > margin) return difference < 0n ? -1 : 1
  closeDecisions.count += 1
  if (!byRoots) return compareFractions(fractionOf(a), fractionOf(b))
  const left = settled(a)
  const right = settled(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** For the rounding of doubles in a bound. */
const SLACK = 1 + 1e-9
/** How far the quotient of two doubles can be from the true one, for its size; several times that. */
const DOUBLE = 4e-15

/** What a figure made with roots counts as, in units of its last place that counts; the other side of a comparison alike. */
function settled(value: Known): bigint {
  if (value.origin === null || isRoot(value)) return roundedAt(value, TOLERANCE_DIGITS, 'half-even')
  return roundFraction(fractionOf(value), TOLERANCE_DIGITS, 'half-even')
}

/** The digits at hand, rounded. */
function roundedAt(value: Digits, digits: number, mode: WholeMode): bigint {
  const drop = value.places - digits
  return drop <= 0 ? wholeAt(value, digits) : roundedQuotient(wholeOf(value), tenBig(drop), mode)
}

/** Rounds a value that is only near the truth as the true one is rounded; in units of 10 to the minus `digits`. */
export function roundNear(value: Known, digits: number, mode: WholeMode): bigint {
  const { origin, places } = value
  const byRoots = isRoot(value)
  const drop = places - digits
  if (drop > 0 && origin !== null && !(byRoots && digits >= TOLERANCE_DIGITS)) {
    const whole = wholeOf(value)
    const isNegative = whole < 0n
    const magnitude = isNegative ? -whole : whole
    const unit = tenBig(drop)
    const kept = magnitude / unit
    const rest = Number(magnitude - kept * unit)
    const size = tenNear(drop)
    const isWhole = mode === 'down' || mode === 'up'
    const distance = isWhole ? Math.min(rest, size - rest) : Math.abs(rest - size / 2)
    const bound = (origin.error * SLACK + (byRoots ? TOLERANCE : 0)) * tenNear(places) * SLACK
    if (distance > bound + 2 + size * DOUBLE) {
      const isMore = isWhole ? (mode === 'up') !== isNegative : rest > size / 2
      const rounded = isMore ? kept + 1n : kept
      return isNegative ? -rounded : rounded
    }
  }
  closeDecisions.count += 1
  if (!byRoots) return roundFraction(fractionOf(value), digits, mode)
  const counted = settled(value)
  return digits >= TOLERANCE_DIGITS
    ? counted * tenBig(digits - TOLERANCE_DIGITS)
    : roundedQuotient(counted, tenBig(TOLERANCE_DIGITS - digits), mode)
}

/** The true value. Worked out without recursion, because a sum over a province is as deep as it is long. */
export function fractionOf(value: Known): Fraction {
  const waiting = [value]
  for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
    const { origin } = next
    if (origin === null || origin.fraction !== null) {
      waiting.pop()
      continue
    }
    if (origin.operation === 'root') throw new TypeError('a root, logarithm or power has no fraction')
    const open = [origin.left, origin.right].filter((part) => part.origin !== null && part.origin.fraction === null)
    if (open.length > 0) waiting.push(...open)
    else {
      origin.fraction = combined(origin)
      waiting.pop()
    }
  }
  return value.origin?.fraction ?? fractionOfDigits(value)
}

function combined({ operation, left, right }: Origin): Fraction {
  const one = left.origin?.fraction ?? fractionOfDigits(left)
  const two = right.origin?.fraction ?? fractionOfDigits(right)
  switch (operation) {
    case 'plus':
      return addFractions(one, two)
    case 'minus':
      return addFractions(one, two, -1n)
    case 'times':
      return multiplyFractions(one, two)
    case 'div':
      return divideFractions(one, two)
    case 'root':
      throw new TypeError('a root, logarithm or power has no fraction')
  }
}
