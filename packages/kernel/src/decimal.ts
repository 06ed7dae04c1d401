import { Decimal as DecimalJs } from 'decimal.js'

/**
 * Exact decimal arithmetic for scores, weights and rates: 40 significant digits, never a float.
 * A private clone, so that nobody's global settings can change a published score.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -50,
  toExpPos: 50,
  minE: -1000,
  maxE: 1000,
})
export type Decimal = DecimalJs

/** GB/T 8170-2008 (half to even, 四舍六入五成双) or the everyday 四舍五入; both round the absolute value and restore the sign. */
export type RoundingMode = 'half-even' | 'half-up'

/** Rounds once. `digits` counts decimal places and may be negative (−2 = hundreds). Never yields negative zero. */
export function roundDecimal(value: Decimal, digits: number, mode: RoundingMode): Decimal {
  const rounding = mode === 'half-even' ? DecimalJs.ROUND_HALF_EVEN : DecimalJs.ROUND_HALF_UP
  const unit = new Decimal(10).pow(-digits)
  const rounded = digits >= 0 ? value.toDecimalPlaces(digits, rounding) : value.toNearest(unit, rounding)
  return rounded.isZero() ? new Decimal(0) : rounded
}

/** The value as plain text with every digit that it has: `12.3`, `-0.05`, `0`; never an exponent, never `-0`. */
export function plainText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed()
}
