/** Digits of a decimal: a whole number, safe (`small`) or of any length (`large`, where `small` is not a number), and its places. */
export interface Digits {
  readonly small: number
  readonly large: bigint
  readonly places: number
}

export const MAX_SAFE = Number.MAX_SAFE_INTEGER
/** Significant digits that a result is rounded to. */
const PRECISION = 40

const TENS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
const BIG_TENS = Array.from({ length: 128 }, (_, exponent) => 10n ** BigInt(exponent))

/** Exact up to 10²²; beyond that no double holds it, and the product with it is not safe either. */
export const ten = (exponent: number): number => TENS[exponent] ?? Number.NaN
export const tenBig = (exponent: number): bigint => BIG_TENS[exponent] ?? 10n ** BigInt(exponent)

const isSafe = (whole: number): boolean => whole <= MAX_SAFE && whole >= -MAX_SAFE

/** How many digits a whole number has; 1 for zero. */
export function digitsOf({ small, large }: Digits): number {
  if (!isSafe(small)) return countOf(large < 0n ? -large : large)
  const magnitude = Math.abs(small)
  let count = 1
  while (count < 16 && magnitude >= ten(count)) count += 1
  return count
}

/** Compared with powers of ten, which is quicker than writing it out; results of a division have about the precision. */
function countOf(magnitude: bigint): number {
  if (magnitude >= tenBig(PRECISION - 1) && magnitude < tenBig(PRECISION + 4)) {
    let count = PRECISION
    while (magnitude >= tenBig(count)) count += 1
    return count
  }
  return magnitude.toString().length
}

/** Half to even, without the last `drop` digits. */
function withoutLast(whole: bigint, drop: number): bigint {
  const unit = tenBig(drop)
  const magnitude = whole < 0n ? -whole : whole
  const kept = magnitude / unit
  const doubled = (magnitude - kept * unit) * 2n
  const rounded = doubled > unit || (doubled === unit && kept % 2n === 1n) ? kept + 1n : kept
  return whole < 0n ? -rounded : rounded
}

const ABOVE = tenBig(PRECISION)
const BELOW = -ABOVE

export function roundToPrecision(whole: bigint, places: number): { readonly whole: bigint; readonly places: number } {
  if (whole < ABOVE && whole > BELOW) return { whole, places }
  const drop = countOf(whole < 0n ? -whole : whole) - PRECISION
  return { whole: withoutLast(whole, drop), places: places - drop }
}

export const wholeOf = ({ small, large }: Digits): bigint => (isSafe(small) ? BigInt(small) : large)

/** The first digits as a double, at least a tenth and less than one, near enough to tell which of two begins higher. */
const leading = ({ small, large }: Digits, count: number): number =>
  Math.abs(isSafe(small) ? small : Number(large)) / 10 ** count

/** A quotient; `isExact` where nothing was left over. */
export interface Quotient {
  readonly whole: bigint
  readonly places: number
  readonly isExact: boolean
}

/**
 * The quotient of two whole numbers with as many digits as the precision, rounded half to even by what is left over. The divisor
 * is not zero.
 */
export function divideRounded(dividend: Digits, divisor: Digits): Quotient {
  const digits = digitsOf(dividend)
  const divisorDigits = digitsOf(divisor)
  const isHigher = leading(dividend, digits) >= leading(divisor, divisorDigits)
  const shift = Math.max(0, PRECISION + divisorDigits - digits - (isHigher ? 1 : 0))
  const scaled = wholeOf(dividend) * tenBig(shift)
  const by = wholeOf(divisor)
  const quotient = scaled / by
  const rest = scaled - quotient * by
  if (rest === 0n) return { ...shortened(quotient, shift), isExact: true }
  const magnitude = quotient < 0n ? -quotient : quotient
  const isNegative = scaled < 0n !== by < 0n
  if (magnitude < ABOVE && magnitude >= LONG) {
    const doubled = (rest < 0n ? -rest : rest) * 2n
    const whole = by < 0n ? -by : by
    const isUp = doubled > whole || (doubled === whole && magnitude % 2n === 1n)
    const rounded = isUp ? magnitude + 1n : magnitude
    return { whole: isNegative ? -rounded : rounded, places: shift, isExact: false }
  }
  // The doubles could not tell which begins higher, or the dividend alone is longer.
  return divideLonger(scaled, by, shift)
}

/** Divides with two digits to spare; a last one says that something is left over, so that nothing lies half way by mistake. */
function divideLonger(scaled: bigint, by: bigint, shift: number): Quotient {
  const more = scaled * 100n
  const quotient = more / by
  const isNegative = more < 0n !== by < 0n
  const magnitude = quotient < 0n ? -quotient : quotient
  const isExact = quotient * by === more
  if (isExact) return { whole: quotient, places: shift + 2, isExact }
  const longer = magnitude * 10n + 1n
  return { ...roundToPrecision(isNegative ? -longer : longer, shift + 3), isExact }
}

const LONG = tenBig(PRECISION - 1)

/** An exact quotient without the zeros at its end, so that it is short again. */
function shortened(whole: bigint, places: number): { readonly whole: bigint; readonly places: number } {
  let short = whole
  let left = places
  for (const step of [16, 8, 4, 2, 1])
    while (left >= step && short % tenBig(step) === 0n && short !== 0n) {
      short /= tenBig(step)
      left -= step
    }
  return { whole: short, places: left }
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/
const MOST_PLACES = 20_000

/** Reads decimal text; throws where it is none. */
export function parseDecimal(text: string): Digits {
  const quick = parseShort(text)
  if (quick !== undefined) return quick
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? []
  if (sign === undefined || whole.length + fraction.length === 0) throw new TypeError(`“${text}” is no decimal`)
  const places = fraction.length - Number(exponent)
  if (Math.abs(places) > MOST_PLACES) throw new RangeError(`“${text}” has too many places`)
  const magnitude = BigInt(whole + fraction) * (places < 0 ? tenBig(-places) : 1n)
  return digits(sign === '-' ? -magnitude : magnitude, Math.max(0, places))
}

const SAFE = BigInt(MAX_SAFE)
const SAFE_BELOW = -SAFE

/** Is it a safe integer? */
export const fits = (whole: bigint): boolean => whole <= SAFE && whole >= SAFE_BELOW

function digits(whole: bigint, places: number): Digits {
  const isSmall = fits(whole)
  return isSmall
    ? { small: whole === 0n ? 0 : Number(whole), large: 0n, places }
    : { small: Number.NaN, large: whole, places }
}

const DIGIT_0 = 48
const POINT = 46
const MINUS = 45

/** Plain text of up to fifteen digits, as nearly every figure is; undefined where it is longer or something else. */
function parseShort(text: string): Digits | undefined {
  const { length } = text
  if (length === 0 || length > 17) return undefined
  const isNegative = text.charCodeAt(0) === MINUS
  let whole = 0
  let count = 0
  let point = -1
  for (let at = isNegative ? 1 : 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === POINT && point < 0) point = at
    else if (code >= DIGIT_0 && code <= DIGIT_0 + 9) {
      whole = whole * 10 + (code - DIGIT_0)
      count += 1
    } else return undefined
  }
  if (count === 0 || count > 15) return undefined
  return {
    small: isNegative && whole !== 0 ? -whole : whole,
    large: 0n,
    places: point < 0 ? 0 : length - point - 1,
  }
}

/** Is this decimal text just as it would be printed? */
export const isPlain = (text: string): boolean => /^(?:0|-?(?:0\.\d*[1-9]|[1-9]\d*(?:\.\d*[1-9])?))$/.test(text)

/** Plain text without zeros that say nothing. */
export function printDecimal({ small, large, places }: Digits): string {
  if (small === 0) return '0'
  const isNegative = small < 0 || large < 0n
  let text = isSafe(small) ? String(Math.abs(small)) : (large < 0n ? -large : large).toString()
  if (places < 0) text += '0'.repeat(-places)
  else if (places >= text.length && text.charCodeAt(text.length - 1) !== DIGIT_0)
    text = `0.${'0'.repeat(places - text.length)}${text}`
  else if (places > 0) {
    if (text.length <= places) text = '0'.repeat(places - text.length + 1) + text
    const point = text.length - places
    let end = text.length
    while (end > point && text.charCodeAt(end - 1) === DIGIT_0) end -= 1
    text = end === point ? text.slice(0, point) : `${text.slice(0, point)}.${text.slice(point, end)}`
  }
  return isNegative ? `-${text}` : text
}
