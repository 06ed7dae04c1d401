import { Decimal as DecimalJs } from 'decimal.js'
import {
  type Digits,
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
  withoutLast,
} from './decimalDigits.ts'

/** Where a value has no short form (logarithms, roots, exponents): the same 40 digits, rounded half to even. */
const Library = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_EVEN })

type Operand = Decimal | string | number

/**
 * Exact decimal arithmetic for scores, weights and rates: never a float; what does not end is rounded half to even to 40
 * significant digits, as decimal.js does, digit for digit. Nearly all figures of an assessment are whole numbers below 2⁵³
 * with a few decimal places; those are kept and reckoned with as such (`small`), the others as whole numbers of any length.
 * A value is its whole number divided by ten to the `places`.
 */
export class Decimal {
  /** The whole number where it is a safe integer, otherwise not a number and `large` holds it. */
  readonly small: number
  readonly large: bigint
  readonly places: number
  /** Its plain text, once somebody has asked for it: the same figure stands in the receipts of a whole group. */
  #text: string | undefined

  /**
   * Of a number, its shortest text counts: 0.1 is one tenth. Anything that is no finite number throws. Its own digits
   * make a value without reading anything.
   */
  constructor(value: Operand | Digits) {
    if (typeof value === 'object') {
      this.small = value.small
      this.large = value.large
      this.places = value.places
    } else if (typeof value === 'number' && Number.isSafeInteger(value)) {
      this.small = value === 0 ? 0 : value
      this.large = 0n
      this.places = 0
    } else {
      const parsed = parseDecimal(typeof value === 'string' ? value : textOf(value))
      this.small = parsed.small
      this.large = parsed.large
      this.places = parsed.places
      if (typeof value === 'string' && isPlain(value)) this.#text = value
    }
  }

  plus(other: Operand): Decimal {
    const y = decimalOf(other)
    const places = Math.max(this.places, y.places)
    const sum = scaled(this, places) + scaled(y, places)
    return isSafe(sum) ? ofSmall(sum, places) : ofLarge(wholeAt(this, places) + wholeAt(y, places), places)
  }

  minus(other: Operand): Decimal {
    const y = decimalOf(other)
    const places = Math.max(this.places, y.places)
    const difference = scaled(this, places) - scaled(y, places)
    return isSafe(difference)
      ? ofSmall(difference, places)
      : ofLarge(wholeAt(this, places) - wholeAt(y, places), places)
  }

  times(other: Operand): Decimal {
    const y = decimalOf(other)
    const product = this.small * y.small
    const places = this.places + y.places
    return isSafe(product) ? ofSmall(product, places) : ofLarge(wholeOf(this) * wholeOf(y), places)
  }

  /** Division by zero throws: there is no such score. */
  div(other: Operand): Decimal {
    const y = decimalOf(other)
    if (y.isZero()) throw new RangeError('division of a decimal by zero')
    if (this.isZero()) return ZERO
    // What ends after a few places, as everything does that is divided by 100, stays small.
    for (let more = 0; more <= 4; more += 1) {
      const dividend = this.small * ten(more)
      if (!isSafe(dividend)) break
      const quotient = dividend / y.small
      if (Number.isInteger(quotient)) return ofSmall(quotient, this.places + more - y.places)
    }
    const { whole, places } = divideRounded(this, y)
    return ofLarge(whole, places + this.places - y.places)
  }

  comparedTo(other: Operand): number {
    const y = decimalOf(other)
    if (this.places === y.places && isSafe(this.small) && isSafe(y.small)) return Math.sign(this.small - y.small)
    if (y.small === 0) return this.small === 0 ? 0 : this.isNegative() ? -1 : 1
    const places = Math.max(this.places, y.places)
    const one = scaled(this, places)
    const two = scaled(y, places)
    if (isSafe(one) && isSafe(two)) return one < two ? -1 : one > two ? 1 : 0
    // Doubles are right to fifteen digits, so a difference in the first nine is one; only near ties are decided digit by digit.
    const near = nearly(this)
    const nearOther = nearly(y)
    const gap = near - nearOther
    if (Math.abs(gap) > 1e-9 * (Math.abs(near) + Math.abs(nearOther))) return gap < 0 ? -1 : 1
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
    return this.small === 0
  }
  isNegative(): boolean {
    return this.small < 0 || this.large < 0n
  }
  isInteger(): boolean {
    return this.decimalPlaces() === 0
  }

  neg(): Decimal {
    return isSafe(this.small) ? ofSmall(-this.small, this.places) : ofLarge(-this.large, this.places)
  }
  abs(): Decimal {
    return this.isNegative() ? this.neg() : this
  }

  /** Decimal places that are needed to write it: 2 of 1.250. */
  decimalPlaces(): number {
    if (this.places <= 0) return 0
    // Its last digit says that all of them are needed.
    if (isSafe(this.small) ? this.small % 10 !== 0 : this.large % 10n !== 0n) return this.places
    const text = this.toFixed()
    const point = text.indexOf('.')
    return point < 0 ? 0 : text.length - point - 1
  }

  /** Rounded to so many places, half to even or half away from zero; fewer than none rounds to tens, hundreds … */
  toDecimalPlaces(digits: number, mode: RoundingMode = 'half-even'): Decimal {
    const drop = this.places - digits
    if (drop <= 0) return this
    const unit = tenBig(drop)
    const whole = wholeOf(this)
    const magnitude = whole < 0n ? -whole : whole
    const kept = magnitude / unit
    const doubled = (magnitude - kept * unit) * 2n
    const isUp = doubled > unit || (doubled === unit && (mode === 'half-up' || kept % 2n === 1n))
    const rounded = isUp ? kept + 1n : kept
    return ofLarge(whole < 0n ? -rounded : rounded, digits)
  }

  /** Rounded to so many significant digits, half to even. */
  toSignificantDigits(digits: number): Decimal {
    const drop = digitsOf(this) - digits
    return drop <= 0 ? this : ofLarge(withoutLast(wholeOf(this), drop), this.places - drop)
  }

  /** The power of ten of its first digit: 2 of 250, −1 of 0.25; 0 of zero. */
  get exponent(): number {
    return this.isZero() ? 0 : digitsOf(this) - 1 - this.places
  }

  /** What division leaves over, with the sign of the dividend. */
  mod(other: Operand): Decimal {
    const y = decimalOf(other)
    const places = Math.max(this.places, y.places)
    return ofLarge(wholeAt(this, places) % wholeAt(y, places), places)
  }

  floor(): Decimal {
    const cut = this.minus(this.mod(1))
    return this.isNegative() && !cut.eq(this) ? cut.minus(1) : cut
  }
  ceil(): Decimal {
    return this.neg().floor().neg()
  }
  log(base: Operand): Decimal {
    return fromLibrary(toLibrary(this).log(toLibrary(decimalOf(base))))
  }
  pow(exponent: Operand): Decimal {
    return fromLibrary(toLibrary(this).pow(toLibrary(decimalOf(exponent))))
  }
  sqrt(): Decimal {
    return fromLibrary(toLibrary(this).sqrt())
  }
  ln(): Decimal {
    return fromLibrary(toLibrary(this).ln())
  }
  exp(): Decimal {
    return fromLibrary(toLibrary(this).exp())
  }

  /** Plain text: all digits that it has, or exactly so many places, rounded half to even. Never an exponent, never `-0`. */
  toFixed(digits?: number): string {
    if (digits === undefined) {
      this.#text ??= printDecimal(this)
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

/** The value as plain text with every digit that it has: `12.3`, `-0.05`, `0`; never an exponent, never `-0`. */
export const plainText = (value: Decimal): string => value.toFixed()

const isSafe = (whole: number): boolean => whole <= MAX_SAFE && whole >= -MAX_SAFE

const decimalOf = (value: Operand): Decimal => (value instanceof Decimal ? value : new Decimal(value))

/** The whole number at this many places as a double; not safe, or not a number, where it does not fit. */
const scaled = (value: Decimal, places: number): number =>
  value.places === places ? value.small : value.small * ten(places - value.places)

/** Within a few parts in 10¹⁵; not a number where a double might not hold it. */
const nearly = ({ small, large, places }: Decimal): number =>
  (isSafe(small) ? small : Number(large)) / (NEAR_TENS[places] ?? Number.NaN)
const NEAR_TENS = Float64Array.from({ length: 100 }, (_, exponent) => Number(`1e${exponent}`))

const wholeAt = (value: Decimal, places: number): bigint =>
  value.places === places ? wholeOf(value) : wholeOf(value) * tenBig(places - value.places)

const ofSmall = (whole: number, places: number): Decimal =>
  new Decimal({ small: whole === 0 ? 0 : whole, large: 0n, places })

/** Rounded to the precision, and small again where it fits. */
function ofLarge(whole: bigint, places: number): Decimal {
  const rounded = roundToPrecision(whole, places)
  return fits(rounded.whole)
    ? ofSmall(Number(rounded.whole), rounded.places)
    : new Decimal({ small: Number.NaN, large: rounded.whole, places: rounded.places })
}

const ZERO = new Decimal(0)

const textOf = (value: number): string => new Library(value).toFixed()
const toLibrary = (value: Decimal): DecimalJs => new Library(value.toFixed())

/** Digits of the library's result; one that is no number is a broken assumption of the caller. */
function fromLibrary(value: DecimalJs): Decimal {
  if (!value.isFinite()) throw new RangeError('the result is not a finite decimal')
  return new Decimal(value.toFixed())
}
