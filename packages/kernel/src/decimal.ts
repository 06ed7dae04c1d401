import { Decimal as DecimalJs } from 'decimal.js'

/** Digits that a result is worked out to; what does not end is rounded half to even there. */
const PRECISION = 40
/** Exponents beyond this are left to the library, which knows where numbers become infinite or vanish. */
const FAR = 900

/**
 * The library that does what is rare or has no exact answer in whole numbers: powers, roots, logarithms, infinities, texts
 * with an exponent. A private clone, so that nobody's global settings can change a published score.
 */
const Library = DecimalJs.clone({
  precision: PRECISION,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -50,
  toExpPos: 50,
  minE: -1000,
  maxE: 1000,
})

/** GB/T 8170-2008 (half to even, 四舍六入五成双) or the everyday 四舍五入; both round the absolute value and restore the sign. */
export type RoundingMode = 'half-even' | 'half-up'

type Input = Decimal | string | number

/** Powers of ten that a double holds exactly. */
const SMALL_TENS: readonly number[] = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`))
const WIDE_TENS: readonly bigint[] = Array.from({ length: 256 }, (_, power) => 10n ** BigInt(power))
const smallTen = (power: number): number => SMALL_TENS[power] ?? Number.POSITIVE_INFINITY
const wideTen = (power: number): bigint => WIDE_TENS[power] ?? 10n ** BigInt(power)
const LEAST_SAFE = BigInt(Number.MIN_SAFE_INTEGER)
const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER)
const LEAST_FULL = wideTen(PRECISION - 1)
const MOST_FULL = wideTen(PRECISION)
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

function digitsOfSmall(coefficient: number): number {
  const size = Math.abs(coefficient)
  let digits = 1
  while (digits < SMALL_TENS.length && size >= smallTen(digits)) digits += 1
  return digits
}

function digitsOfWide(coefficient: bigint): number {
  const size = magnitude(coefficient)
  // Most are quotients, at the full precision.
  if (size >= LEAST_FULL && size < MOST_FULL) return PRECISION
  // The logarithm of the nearest double is right to within one.
  const near = Number(size)
  let digits = near < Number.POSITIVE_INFINITY ? Math.max(1, Math.floor(Math.log10(near))) : size.toString().length - 1
  while (size >= wideTen(digits)) digits += 1
  return digits
}

/** Leaves out the last digits and rounds once; `inexact` when something that is not zero follows behind them. */
function dropWide(coefficient: bigint, digits: number, mode: RoundingMode, inexact = false): bigint {
  const unit = wideTen(digits)
  const size = magnitude(coefficient)
  let kept = size / unit
  const twice = (size - kept * unit) * 2n
  if (twice > unit || (twice === unit && (inexact || mode === 'half-up' || kept % 2n === 1n))) kept += 1n
  return coefficient < 0n ? -kept : kept
}

function dropSmall(coefficient: number, digits: number, mode: RoundingMode): number {
  const unit = smallTen(digits)
  const size = Math.abs(coefficient)
  const rest = size % unit
  let kept = (size - rest) / unit
  if (rest * 2 > unit || (rest * 2 === unit && (mode === 'half-up' || kept % 2 === 1))) kept += 1
  return coefficient < 0 ? -kept : kept
}

/** A whole number times a power of ten, in the smaller of the two forms. */
function fromWide(coefficient: bigint, exponent: number): Decimal {
  const isSafe = coefficient >= LEAST_SAFE && coefficient <= MOST_SAFE
  return new Decimal(isSafe ? Number(coefficient) : coefficient, exponent)
}

/** An exact result, rounded to the precision where it is longer. */
function settledWide(coefficient: bigint, exponent: number): Decimal {
  const excess = digitsOfWide(coefficient) - PRECISION
  return excess <= 0
    ? fromWide(coefficient, exponent)
    : fromWide(dropWide(coefficient, excess, 'half-even'), exponent + excess)
}

function fromLibrary(value: DecimalJs): Decimal {
  if (!value.isFinite()) return new Decimal(value.toNumber())
  const [digits = '0', power = '0'] = value.toExponential().split('e')
  const [whole = '0', decimals = ''] = digits.split('.')
  return fromWide(BigInt(whole + decimals), Number(power) - decimals.length)
}

/** Plain text of up to 15 digits, which is how figures and parameters come; anything else is read by the library. */
function readText(text: string): { coefficient: number | bigint; exponent: number } {
  const start = text.charCodeAt(0) === 45 ? 1 : 0
  let coefficient = 0
  let point = -1
  const readable = text.length > start && text.length <= 16
  for (let at = start; readable && at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) coefficient = coefficient * 10 + digit
    else if (digit === -2 && point < 0 && at > start && at < text.length - 1) point = at
    else return fromLibrary(new Library(text))
  }
  if (!readable || coefficient > Number.MAX_SAFE_INTEGER) return fromLibrary(new Library(text))
  let exponent = point < 0 ? 0 : point + 1 - text.length
  while (exponent < 0 && coefficient % 10 === 0) {
    coefficient /= 10
    exponent += 1
  }
  return { coefficient: start === 1 ? 0 - coefficient : coefficient, exponent }
}

/**
 * Exact decimal arithmetic for scores, weights and rates: 40 significant digits, rounded half to even, never a float. A value
 * is a whole number times a power of ten. Nearly all of them are small enough for the processor's own whole numbers, where
 * doubles are exact; longer ones are kept as big integers, with the same results. There is no negative zero.
 */
export class Decimal {
  /** A safe integer where one is enough, a big integer where not; NaN and the infinities for results without a number. */
  readonly coefficient: number | bigint
  readonly exponent: number

  /** A value as text or number; or a whole number times 10 to the `exponent`. Throws for text that is not a number. */
  constructor(value: Input | bigint, exponent = 0) {
    if (typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isFinite(value))) {
      this.coefficient = value + 0
      this.exponent = exponent
    } else if (typeof value === 'bigint') {
      this.coefficient = value
      this.exponent = exponent
    } else {
      const read = typeof value === 'object' ? value : readText(String(value))
      this.coefficient = read.coefficient
      this.exponent = read.exponent
    }
  }

  static max(...values: readonly Input[]): Decimal {
    return values.map(decimal).reduce((most, value) => (value.isNaN() || value.comparedTo(most) > 0 ? value : most))
  }

  static min(...values: readonly Input[]): Decimal {
    return values.map(decimal).reduce((least, value) => (value.isNaN() || value.comparedTo(least) < 0 ? value : least))
  }

  plus(addend: Input): Decimal {
    const other = decimal(addend)
    const own = this.coefficient
    const more = other.coefficient
    if (typeof own === 'number' && typeof more === 'number') {
      if (more === 0 && Number.isFinite(own)) return this
      if (own === 0 && Number.isFinite(more)) return other
      const gap = this.exponent - other.exponent
      // Written with the smaller of the two exponents.
      const left = gap > 0 ? own * smallTen(gap) : own
      const right = gap < 0 ? more * smallTen(-gap) : more
      const sum = left + right
      if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(sum))
        return new Decimal(sum, gap > 0 ? other.exponent : this.exponent)
    }
    if (!this.isFinite() || !other.isFinite() || Math.abs(this.e - other.e) > 2 * PRECISION)
      return fromLibrary(this.#library().plus(other.#library()))
    const exponent = Math.min(this.exponent, other.exponent)
    return settledWide(this.#wideAt(exponent) + other.#wideAt(exponent), exponent)
  }

  minus(subtrahend: Input): Decimal {
    return this.plus(decimal(subtrahend).neg())
  }

  times(factor: Input): Decimal {
    const other = decimal(factor)
    const own = this.coefficient
    const by = other.coefficient
    const exponent = this.exponent + other.exponent
    if (Math.abs(exponent) < FAR && this.isFinite() && other.isFinite()) {
      if (typeof own === 'number' && typeof by === 'number') {
        const product = own * by
        if (Number.isSafeInteger(product)) return new Decimal(product, exponent)
      }
      return settledWide(BigInt(own) * BigInt(by), exponent)
    }
    return fromLibrary(this.#library().times(other.#library()))
  }

  div(divisor: Input): Decimal {
    const other = decimal(divisor)
    const own = this.coefficient
    const by = other.coefficient
    const exponent = this.exponent - other.exponent
    if (Math.abs(exponent) >= FAR || !this.isFinite() || !other.isFinite() || other.isZero())
      return fromLibrary(this.#library().div(other.#library()))
    if (typeof own === 'number' && typeof by === 'number') {
      // Most quotients of everyday figures end after a few places.
      const places = Math.abs(own) < 1e9 ? 6 : 0
      const dividend = own * smallTen(places)
      if (dividend % by === 0) return new Decimal(dividend / by, exponent - places).#shortened()
    }
    if (own === 0) return this
    // At least one digit more than the precision, so that the rounding sees what follows.
    const shift = Math.max(0, PRECISION + 1 + other.#digits - this.#digits)
    const dividend = BigInt(own) * wideTen(shift)
    const quotient = dividend / BigInt(by)
    const isExact = quotient * BigInt(by) === dividend
    const excess = digitsOfWide(quotient) - PRECISION
    const rounded = fromWide(dropWide(quotient, excess, 'half-even', !isExact), exponent - shift + excess)
    return isExact ? rounded.#shortened() : rounded
  }

  neg(): Decimal {
    return new Decimal(-this.coefficient, this.exponent)
  }

  abs(): Decimal {
    return this.isNegative() ? this.neg() : this
  }

  /** Negative, zero or positive, like a sort function; NaN where one side is. */
  comparedTo(value: Input): number {
    const other = decimal(value)
    const own = this.coefficient
    const their = other.coefficient
    if (typeof own === 'number' && typeof their === 'number') {
      const gap = this.exponent - other.exponent
      // A product too long for a double is rounded, but never to the other side of a safe integer; 22 powers of ten are
      // enough to be beyond any.
      const left = gap > 0 ? own * smallTen(Math.min(gap, 22)) : own
      const right = gap < 0 ? their * smallTen(Math.min(-gap, 22)) : their
      return left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN
    }
    if (this.isNaN() || other.isNaN()) return Number.NaN
    const sign = Math.sign(Number(own))
    if (sign !== Math.sign(Number(their))) return own < their ? -1 : 1
    if (!this.isFinite()) return sign
    if (!other.isFinite()) return -sign
    if (this.e !== other.e) return this.e > other.e ? sign : -sign
    const exponent = Math.min(this.exponent, other.exponent)
    const left = this.#wideAt(exponent)
    const right = other.#wideAt(exponent)
    return left < right ? -1 : left > right ? 1 : 0
  }

  eq(value: Input): boolean {
    return this.comparedTo(value) === 0
  }

  lt(value: Input): boolean {
    return this.comparedTo(value) < 0
  }

  lte(value: Input): boolean {
    return this.comparedTo(value) <= 0
  }

  gt(value: Input): boolean {
    return this.comparedTo(value) > 0
  }

  gte(value: Input): boolean {
    return this.comparedTo(value) >= 0
  }

  // The same under their long names.
  equals(value: Input): boolean {
    return this.eq(value)
  }

  lessThan(value: Input): boolean {
    return this.lt(value)
  }

  lessThanOrEqualTo(value: Input): boolean {
    return this.lte(value)
  }

  greaterThan(value: Input): boolean {
    return this.gt(value)
  }

  greaterThanOrEqualTo(value: Input): boolean {
    return this.gte(value)
  }

  dividedBy(divisor: Input): Decimal {
    return this.div(divisor)
  }

  negated(): Decimal {
    return this.neg()
  }

  isZero(): boolean {
    return this.coefficient === 0
  }

  isNegative(): boolean {
    return this.coefficient < 0
  }

  isNaN(): boolean {
    return Number.isNaN(this.coefficient)
  }

  isFinite(): boolean {
    return typeof this.coefficient === 'bigint' || Number.isFinite(this.coefficient)
  }

  isInteger(): boolean {
    return this.decimalPlaces() === 0
  }

  /** The power of ten of the leading digit: 2 for 123, −1 for 0.5; 0 for zero, NaN without a number. */
  get e(): number {
    if (!this.isFinite()) return Number.NaN
    return this.coefficient === 0 ? 0 : this.exponent + this.#digits - 1
  }

  /** Places that the value needs; NaN without a number. */
  decimalPlaces(): number {
    if (!this.isFinite()) return Number.NaN
    return Math.max(0, -this.#shortened().exponent)
  }

  /** Rounds to so many decimal places; negative ones are tens, hundreds and so on. */
  toDecimalPlaces(places: number, mode: RoundingMode = 'half-even'): Decimal {
    return this.#rounded(-this.exponent - places, mode)
  }

  toSignificantDigits(digits: number): Decimal {
    return this.#rounded(this.#digits - digits, 'half-even')
  }

  floor(): Decimal {
    const { coefficient, exponent } = this
    if (exponent >= 0 || !this.isFinite()) return this
    if (typeof coefficient === 'bigint') {
      const unit = wideTen(-exponent)
      const whole = coefficient / unit
      return fromWide(coefficient < 0n && whole * unit !== coefficient ? whole - 1n : whole, 0)
    }
    const rest = coefficient % smallTen(-exponent)
    const whole = (coefficient - rest) / smallTen(-exponent)
    return new Decimal(rest < 0 ? whole - 1 : whole)
  }

  ceil(): Decimal {
    return this.neg().floor().neg()
  }

  modulo(divisor: Input): Decimal {
    return fromLibrary(this.#library().modulo(decimal(divisor).#library()))
  }

  pow(power: Input): Decimal {
    return fromLibrary(this.#library().pow(decimal(power).#library()))
  }

  sqrt(): Decimal {
    return fromLibrary(this.#library().sqrt())
  }

  ln(): Decimal {
    return fromLibrary(this.#library().ln())
  }

  log(base: Input = 10): Decimal {
    return fromLibrary(this.#library().log(decimal(base).#library()))
  }

  exp(): Decimal {
    return fromLibrary(this.#library().exp())
  }

  toNumber(): number {
    const { coefficient, exponent } = this
    if (typeof coefficient === 'number') {
      if (exponent === 0 || !Number.isFinite(coefficient)) return coefficient
      // Both exact, so the quotient is the nearest double.
      if (exponent < 0 && exponent > -SMALL_TENS.length) return coefficient / smallTen(-exponent)
    }
    return Number(`${coefficient}e${exponent}`)
  }

  /** Plain text; with `places` rounded half to even to exactly so many. */
  toFixed(places?: number): string {
    if (!this.isFinite()) return String(this.coefficient)
    const value = places === undefined ? this : this.toDecimalPlaces(places)
    const digits = String(value.coefficient < 0 ? -value.coefficient : value.coefficient)
    const text = placed(digits, value.exponent, places)
    return this.coefficient < 0 ? `-${text}` : text
  }

  /** As `toFixed`, but with an exponent from 50 places on. */
  toString(): string {
    return Math.abs(this.e) < 50 ? this.toFixed() : this.#library().toString()
  }

  toJSON(): string {
    return this.toString()
  }

  get #digits(): number {
    return typeof this.coefficient === 'number' ? digitsOfSmall(this.coefficient) : digitsOfWide(this.coefficient)
  }

  /** The coefficient written with a smaller exponent. */
  #wideAt(exponent: number): bigint {
    const coefficient = BigInt(this.coefficient)
    return this.exponent === exponent ? coefficient : coefficient * wideTen(this.exponent - exponent)
  }

  #rounded(drop: number, mode: RoundingMode): Decimal {
    const { coefficient, exponent } = this
    if (drop <= 0 || coefficient === 0 || !this.isFinite()) return this
    return typeof coefficient === 'number'
      ? new Decimal(dropSmall(coefficient, drop, mode), exponent + drop)
      : fromWide(dropWide(coefficient, drop, mode), exponent + drop)
  }

  /** The same value without zeros at the end of its decimals. */
  #shortened(): Decimal {
    let { coefficient, exponent } = this
    if (exponent >= 0 || !this.isFinite()) return this
    if (coefficient === 0) return new Decimal(0)
    if (typeof coefficient === 'bigint') {
      if (coefficient % 10n !== 0n) return this
      const zeros = Math.min(-exponent, /0*$/.exec(String(coefficient))?.[0].length ?? 0)
      return fromWide(coefficient / wideTen(zeros), exponent + zeros)
    }
    if (coefficient % 10 !== 0) return this
    while (exponent < 0 && coefficient % 10 === 0) {
      coefficient /= 10
      exponent += 1
    }
    return new Decimal(coefficient, exponent)
  }

  /** The same value as the library's number. */
  #library(): DecimalJs {
    return this.isFinite() ? new Library(`${this.coefficient}e${this.exponent}`) : new Library(Number(this.coefficient))
  }
}

const decimal = (value: Input): Decimal => (typeof value === 'object' ? value : new Decimal(value))

/** Digits with the point in its place: exactly `places` decimals, or as many as are not zeros at the end. */
function placed(digits: string, exponent: number, places?: number): string {
  if (digits === '0') return places === undefined || places <= 0 ? '0' : `0.${'0'.repeat(places)}`
  if (exponent >= 0) {
    const whole = exponent === 0 ? digits : digits + '0'.repeat(exponent)
    return places === undefined || places <= 0 ? whole : `${whole}.${'0'.repeat(places)}`
  }
  const padded = digits.length > -exponent ? digits : digits.padStart(1 - exponent, '0')
  const point = padded.length + exponent
  let end = padded.length
  if (places === undefined) while (end > point && padded.charCodeAt(end - 1) === 48) end -= 1
  const whole = padded.slice(0, point)
  const decimals = padded.slice(point, end)
  if (places !== undefined) return places <= 0 ? whole : `${whole}.${decimals.padEnd(places, '0')}`
  return decimals === '' ? whole : `${whole}.${decimals}`
}

/** Rounds once. `digits` counts decimal places and may be negative (−2 = hundreds). */
export const roundDecimal = (value: Decimal, digits: number, mode: RoundingMode): Decimal =>
  value.toDecimalPlaces(digits, mode)

/** The value as plain text with every digit that it has: `12.3`, `-0.05`, `0`; never an exponent, never `-0`. */
export const plainText = (value: Decimal): string => value.toFixed()
