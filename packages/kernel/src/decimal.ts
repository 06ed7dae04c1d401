import { Decimal as DecimalJs } from 'decimal.js'
import {
  digitsOf,
  divideRounded,
  fits,
  isPlain,
  MAX_SAFE,
  parseDecimal,
  printDecimal,
  roundToPrecision,
  ten,
  tenBig,
  wholeOf,
} from './decimalDigits.ts'
import { roundedQuotient, type WholeMode } from './fraction.ts'
import {
  compareNear,
  errorOf,
  fractionOf,
  isRoot,
  type Known,
  lastPlace,
  nearly,
  type Origin,
  roundNear,
  TOLERANCE_DIGITS,
} from './origin.ts'

/** Where a value has no short form (logarithms, roots, exponents): the same 40 digits, rounded half to even. */
const Library = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_EVEN })

type Operand = Decimal | string | number

/**
 * Exact arithmetic for scores, weights and rates: never a float. Nearly all figures of an assessment are whole numbers below
 * 2⁵³ with a few decimal places; those are kept and reckoned with as such (`small`), the others as whole numbers of any
 * length. A value is its whole number divided by ten to the `places`.
 *
 * A division that does not end is kept with 40 significant digits and its `origin`. Comparing, rounding and asking for zero
 * or sign go by the digits where they are far enough from the border, and by the exact fraction where they are not: what is
 * decided is always what the exact value says. Only roots, logarithms and powers have no fraction; they are decided at
 * `TOLERANCE_DIGITS` decimal places.
 */
export class Decimal implements Known {
  /** The whole number where it is a safe integer, otherwise not a number and `large` holds it. */
  readonly small: number
  readonly large: bigint
  readonly places: number
  /** Where the digits are only near the truth: what the truth is made of. */
  readonly origin: Origin | null
  /** Its plain text, once somebody has asked for it: the same figure stands in the receipts of a whole group. */
  #text: string | undefined

  /**
   * Of a number, its shortest text counts: 0.1 is one tenth. Anything that is no finite number throws. Its own digits
   * make a value without reading anything.
   */
  constructor(value: Operand | Known) {
    if (typeof value === 'object') {
      this.small = value.small
      this.large = value.large
      this.places = value.places
      this.origin = value.origin
    } else if (typeof value === 'number' && Number.isSafeInteger(value)) {
      this.small = value === 0 ? 0 : value
      this.large = 0n
      this.places = 0
      this.origin = null
    } else {
      const parsed = parseDecimal(typeof value === 'string' ? value : textOf(value))
      this.small = parsed.small
      this.large = parsed.large
      this.places = parsed.places
      this.origin = null
      if (typeof value === 'string' && isPlain(value)) this.#text = value
    }
  }

  plus(other: Operand): Decimal {
    const y = decimalOf(other)
    const places = Math.max(this.places, y.places)
    const sum = scaled(this, places) + scaled(y, places)
    if (isSafe(sum)) return ofSmall(sum, places)
    if (y.small === 0) return this
    if (this.small === 0) return y
    return made(wholeAt(this, places) + wholeAt(y, places), places, errorOf(this) + errorOf(y), 'plus', this, y)
  }

  minus(other: Operand): Decimal {
    const y = decimalOf(other)
    const places = Math.max(this.places, y.places)
    const difference = scaled(this, places) - scaled(y, places)
    if (isSafe(difference)) return ofSmall(difference, places)
    if (y.small === 0) return this
    if (this === y) return ZERO
    return made(wholeAt(this, places) - wholeAt(y, places), places, errorOf(this) + errorOf(y), 'minus', this, y)
  }

  times(other: Operand): Decimal {
    const y = decimalOf(other)
    const product = this.small * y.small
    const places = this.places + y.places
    if (isSafe(product)) return ofSmall(product, places)
    if (this.small === 0 || y.small === 0) return ZERO
    const whole = wholeOf(this) * wholeOf(y)
    if (this.origin === null && y.origin === null) return made(whole, places, 0, 'times', this, y)
    const [one, two] = [errorOf(this), errorOf(y)]
    const error = Math.abs(nearly(this)) * two + Math.abs(nearly(y)) * one + one * two
    return made(whole, places, error, 'times', this, y)
  }

  /** Division by zero throws: there is no such score. */
  div(other: Operand): Decimal {
    const y = decimalOf(other)
    if (y.isZero()) throw new RangeError('division of a decimal by zero')
    if (this.small === 0) return ZERO
    // What ends after a few places, as everything does that is divided by 100, stays small.
    for (let more = 0; more <= 4; more += 1) {
      const dividend = this.small * ten(more)
      if (!isSafe(dividend)) break
      const quotient = dividend / y.small
      if (Number.isInteger(quotient)) return ofSmall(quotient, this.places + more - y.places)
    }
    const by = refined(y)
    const { whole, places: shift, isExact } = divideRounded(this, by)
    const places = shift + this.places - by.places
    if (this.origin === null && by.origin === null)
      return isExact ? made(whole, places, 0, 'div', this, by) : near(whole, places, 0, 'div', this, by)
    const [one, two, size] = [errorOf(this), errorOf(by), Math.abs(nearly(by))]
    const error = (one + (Math.abs(nearly(this)) / size) * two) / (size - two)
    return near(whole, places, error, 'div', this, by)
  }

  comparedTo(other: Operand): number {
    const y = decimalOf(other)
    if (this.places === y.places && isSafe(this.small) && isSafe(y.small)) return Math.sign(this.small - y.small)
    if (this === y) return 0
    if (this.origin !== null || y.origin !== null) return compareNear(this, y)
    if (y.small === 0) return this.small === 0 ? 0 : this.isNegative() ? -1 : 1
    const places = Math.max(this.places, y.places)
    const one = scaled(this, places)
    const two = scaled(y, places)
    if (isSafe(one) && isSafe(two)) return one < two ? -1 : one > two ? 1 : 0
    // Doubles are right to fifteen digits, so a difference in the first nine is one; only near ties are decided digit by digit.
    const first = nearly(this)
    const second = nearly(y)
    const gap = first - second
    if (Math.abs(gap) > 1e-9 * (Math.abs(first) + Math.abs(second))) return gap < 0 ? -1 : 1
    const left = wholeAt(this, places)
    const right = wholeAt(y, places)
    return left < right ? -1 : left > right ? 1 : 0
  }

  eq(other: Operand): boolean {
    return this.comparedTo(other) === 0
  }
  gt(other: Operand): boolean {
    return this.comparedTo(other) > 0
  }
  gte(other: Operand): boolean {
    return this.comparedTo(other) >= 0
  }
  lt(other: Operand): boolean {
    return this.comparedTo(other) < 0
  }
  lte(other: Operand): boolean {
    return this.comparedTo(other) <= 0
  }

  isZero(): boolean {
    return this.small === 0 || (this.origin !== null && compareNear(this, ZERO) === 0)
  }
  isNegative(): boolean {
    return this.origin === null ? this.small < 0 || this.large < 0n : compareNear(this, ZERO) < 0
  }
  isInteger(): boolean {
    return this.origin === null ? this.decimalPlaces() === 0 : this.eq(this.toDecimalPlaces(0))
  }

  neg(): Decimal {
    if (isSafe(this.small)) return ofSmall(-this.small, this.places)
    return made(-this.large, this.places, errorOf(this), 'minus', ZERO, this)
  }
  abs(): Decimal {
    return this.isNegative() ? this.neg() : this
  }

  /** Decimal places that are needed to write it: 2 of 1.250. Of what does not end, those that are printed. */
  decimalPlaces(): number {
    if (this.origin !== null) return this.toDecimalPlaces(TOLERANCE_DIGITS).decimalPlaces()
    if (this.places <= 0) return 0
    // Its last digit says that all of them are needed.
    if (isSafe(this.small) ? this.small % 10 !== 0 : this.large % 10n !== 0n) return this.places
    const text = this.toFixed()
    const point = text.indexOf('.')
    return point < 0 ? 0 : text.length - point - 1
  }

  /**
   * Rounded to so many places, half to even or half away from zero; fewer than none rounds to tens, hundreds … The exact value
   * is rounded, not the digits at hand.
   */
  toDecimalPlaces(digits: number, mode: RoundingMode = 'half-even'): Decimal {
    if (this.origin !== null) return ofWhole(roundNear(this, digits, mode), digits)
    const drop = this.places - digits
    return drop <= 0 ? this : ofWhole(roundedQuotient(wholeOf(this), tenBig(drop), mode), digits)
  }

  /** The power of ten of its first digit: 2 of 250, −1 of 0.25; 0 of zero. */
  get exponent(): number {
    return this.isZero() ? 0 : digitsOf(this) - 1 - this.places
  }

  /** What division leaves over, with the sign of the dividend. */
  mod(other: Operand): Decimal {
    const y = decimalOf(other)
    if (this.origin !== null || y.origin !== null) {
      const quotient = this.div(y)
      return this.minus((quotient.isNegative() ? quotient.ceil() : quotient.floor()).times(y))
    }
    const places = Math.max(this.places, y.places)
    return ofWhole(wholeAt(this, places) % wholeAt(y, places), places)
  }

  floor(): Decimal {
    return this.#whole('down')
  }
  ceil(): Decimal {
    return this.#whole('up')
  }
  #whole(mode: WholeMode): Decimal {
    if (this.origin !== null) return ofWhole(roundNear(this, 0, mode), 0)
    return this.places <= 0 ? this : ofWhole(roundedQuotient(wholeOf(this), tenBig(this.places), mode), 0)
  }

  /** A whole exponent multiplies and stays exact; any other is a root. */
  pow(exponent: Operand): Decimal {
    const y = decimalOf(exponent)
    if (y.isInteger()) return y.isNegative() ? ONE.div(this.#power(y.neg())) : this.#power(y)
    if (this.isZero()) return ZERO
    const base = refined(this)
    const result = toLibrary(base).pow(toLibrary(y))
    const relative =
      (Math.abs(nearly(y)) * errorOf(base)) / Math.abs(nearly(base)) + Math.abs(Math.log(nearly(base))) * errorOf(y)
    return ofRoot(result, Math.abs(result.toNumber()) * relative * 2)
  }
  #power(times: Decimal): Decimal {
    let result = ONE
    let square: Decimal = this
    for (let left = times.toDecimalPlaces(0).toNumber(); left >= 1; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = result.times(square)
      if (left > 1) square = square.times(square)
    }
    return result
  }
  sqrt(): Decimal {
    if (this.isZero()) return ZERO
    const value = refined(this)
    const result = toLibrary(value).sqrt()
    return ofRoot(result, errorOf(value) / result.toNumber())
  }
  ln(): Decimal {
    const value = refined(this)
    return ofRoot(toLibrary(value).ln(), (2 * errorOf(value)) / Math.abs(nearly(value)))
  }
  exp(): Decimal {
    const result = toLibrary(this).exp()
    const error = errorOf(this)
    return ofRoot(result, error < 0.5 ? result.toNumber() * 2 * error : Number.POSITIVE_INFINITY)
  }

  /**
   * Plain text: all digits that it has, of what does not end `TOLERANCE_DIGITS` places, or exactly so many places, rounded half to
   * even. Never an exponent, never `-0`.
   */
  toFixed(digits?: number): string {
    if (digits === undefined) {
      this.#text ??= printDecimal(
        this.origin === null
          ? this
          : {
              small: Number.NaN,
              large: roundNear(this, TOLERANCE_DIGITS, 'half-even'),
              places: TOLERANCE_DIGITS,
            },
      )
      return this.#text
    }
    const text = this.toDecimalPlaces(digits).toFixed()
    if (digits <= 0) return text
    const point = text.indexOf('.')
    return point < 0 ? `${text}.${'0'.repeat(digits)}` : text.padEnd(point + 1 + digits, '0')
  }
  toString(): string {
    return this.toFixed()
  }
  toJSON(): string {
    return this.toFixed()
  }
  toNumber(): number {
    if (this.origin !== null) return Number(printDecimal(this))
    // Both are exact as doubles, so the quotient is the nearest double.
    return isSafe(this.small) && this.places >= 0 && this.places <= 22
      ? this.small / ten(this.places)
      : Number(this.toFixed())
  }

  /** Of none there is no greatest: that throws. */
  static max(...values: readonly Operand[]): Decimal {
    return values.map(decimalOf).reduce((most, each) => (most.lt(each) ? each : most))
  }
  static min(...values: readonly Operand[]): Decimal {
    return values.map(decimalOf).reduce((least, each) => (least.gt(each) ? each : least))
  }
}

/** GB/T 8170-2008 (half to even, 四舍六入五成双) or the everyday 四舍五入; both round the absolute value and restore the sign. */
export type RoundingMode = 'half-even' | 'half-up'

/** Rounds once. `digits` counts decimal places and may be negative (−2 = hundreds). Never yields negative zero. */
export const roundDecimal = (value: Decimal, digits: number, mode: RoundingMode): Decimal =>
  value.toDecimalPlaces(digits, mode)

/** What a figure made with a root counts as in a comparison: with the places of the tolerance. */
export const asCompared = (value: Decimal): Decimal => value.toDecimalPlaces(TOLERANCE_DIGITS)

/**
 * Figures as they are put in one order. As soon as one of them was made by a root, all count with the places of the tolerance:
 * so of three figures of which the first equals the second and the second the third, the first equals the third.
 */
export const comparable = (values: readonly Decimal[]): readonly Decimal[] =>
  values.some(isRoot) ? values.map(asCompared) : values

/** The value as plain text with every digit that it has: `12.3`, `-0.05`, `0`; never an exponent, never `-0`. */
export const plainText = (value: Decimal): string => value.toFixed()

const isSafe = (whole: number): boolean => whole <= MAX_SAFE && whole >= -MAX_SAFE

const decimalOf = (value: Operand): Decimal => (value instanceof Decimal ? value : new Decimal(value))

/** The whole number at this many places as a double; not safe, or not a number, where it does not fit. */
const scaled = (value: Decimal, places: number): number =>
  value.places === places ? value.small : value.small * ten(places - value.places)

const wholeAt = (value: Decimal, places: number): bigint =>
  value.places === places ? wholeOf(value) : wholeOf(value) * tenBig(places - value.places)

const ofSmall = (whole: number, places: number): Decimal =>
  new Decimal({ small: whole === 0 ? 0 : whole, large: 0n, places, origin: null })

/** An exact value of any length, small again where it fits. */
const ofWhole = (whole: bigint, places: number): Decimal =>
  fits(whole) ? ofSmall(Number(whole), places) : new Decimal({ small: Number.NaN, large: whole, places, origin: null })

/** Digits that a result of exact values keeps before it is only kept near. Figures have at most 30, so products of six stay exact. */
const LONGEST = tenBig(200)
/** Digits that are carried before they are rounded to the 40 again, so that not every addition has to. */
const CARRIED = tenBig(48)

/** The result of a step: exact where both sides are. */
function made(
  whole: bigint,
  places: number,
  error: number,
  operation: Origin['operation'],
  left: Decimal,
  right: Decimal,
): Decimal {
  if (left.origin !== null || right.origin !== null || whole >= LONGEST || whole <= -LONGEST)
    return near(whole, places, error, operation, left, right)
  return ofWhole(whole, places)
}

function near(
  whole: bigint,
  places: number,
  error: number,
  operation: Origin['operation'],
  left: Decimal,
  right: Decimal,
): Decimal {
  const isShort = whole < CARRIED && whole > -CARRIED
  const kept = isShort ? { whole, places } : roundToPrecision(whole, places)
  const origin: Origin = {
    // A quotient was rounded before it came here; for all others this is generous.
    error: error + lastPlace(kept.places),
    operation: isRoot(left) || isRoot(right) ? 'root' : operation,
    left,
    right,
    fraction: null,
  }
  return new Decimal({ small: Number.NaN, large: kept.whole, places: kept.places, origin })
}

/** The same value with all its digits right again, where a difference of near equals has left few. */
function refined(value: Decimal): Decimal {
  if (value.origin === null || isRoot(value) || Math.abs(nearly(value)) > 1e10 * value.origin.error) return value
  const { numerator, denominator } = fractionOf(value)
  return ofWhole(numerator, 0).div(ofWhole(denominator, 0))
}

const ZERO = new Decimal(0)
const ONE = new Decimal(1)

const textOf = (value: number): string => new Library(value).toFixed()
/** With all digits at hand. */
const toLibrary = (value: Decimal): DecimalJs => new Library(printDecimal(value))

/** Digits of the library's result; one that is no number is a broken assumption of the caller. */
function ofRoot(value: DecimalJs, error: number): Decimal {
  if (!value.isFinite()) throw new RangeError('the result is not a finite decimal')
  const digits = parseDecimal(value.toFixed())
  // The library's own last digit may be wrong by one.
  const own = Math.abs(value.toNumber()) * 1e-38
  const origin: Origin = { error: error + own, operation: 'root', left: ZERO, right: ZERO, fraction: null }
  return new Decimal({ small: Number.NaN, large: wholeOf(digits), places: digits.places, origin })
}
