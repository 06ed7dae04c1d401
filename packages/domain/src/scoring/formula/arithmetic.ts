import { formulaLimits } from '@anjie/contracts/vocabulary/scoring/formulaLimits'
import { Decimal } from '@anjie/kernel'
import type { FormulaValue, NoValue } from './value.ts'

/**
 * Digits that a result is trusted to: calculated with 40, the last six absorb what division left over. So
 * 100 ÷ 3 × 3 is 100, reaches a threshold of 100 and rounds like 100. (34 is also the precision of IEEE decimal128.)
 */
const TRUSTED_DIGITS = 34

export const invalid = (reason: string): NoValue => ({ kind: 'invalid', reason })
export const notApplicable = (reason: string): NoValue => ({ kind: 'not-applicable', reason })

/** The value without the remainders of division in its last digits. */
export const settled = (value: Decimal): Decimal => value.toSignificantDigits(TRUSTED_DIGITS)

/** A number of a believable size, or the reason why it is refused. */
export function bounded(value: Decimal): FormulaValue {
  if (value.exponent > formulaLimits.magnitude) {
    return invalid(`计算结果超过 10 的 ${formulaLimits.magnitude} 次方，请检查数值和单位`)
  }
  if (value.isZero()) return { kind: 'number', value: new Decimal(0) }
  if (value.exponent < -formulaLimits.magnitude) {
    return invalid(`计算结果小于 10 的负 ${formulaLimits.magnitude} 次方，请检查数值和单位`)
  }
  return { kind: 'number', value }
}

/** The sum; what is left when two equal values cancel but for remainders of division is 0. */
export function add(left: Decimal, right: Decimal): FormulaValue {
  const sum = left.plus(right)
  const cancelled = !sum.isZero() && sum.exponent < Math.max(left.exponent, right.exponent) - TRUSTED_DIGITS
  return bounded(cancelled ? new Decimal(0) : sum)
}

export const multiply = (left: Decimal, right: Decimal): FormulaValue => bounded(left.times(right))

/** Nothing to divide by is "no value", never 0. */
export function divide(left: Decimal, right: Decimal): FormulaValue {
  return right.isZero() ? notApplicable('除数为 0，没有结果') : bounded(left.div(right))
}

/** What division leaves over, with the sign of the dividend. */
export function remainder(left: Decimal, right: Decimal): FormulaValue {
  if (right.isZero()) return notApplicable('求余的除数为 0，没有结果')
  if (left.exponent - right.exponent > TRUSTED_DIGITS) return invalid('求余的两个数相差太大')
  return bounded(settled(left).mod(settled(right)))
}

export function power(base: Decimal, exponent: Decimal): FormulaValue {
  if (exponent.abs().gt(formulaLimits.exponent)) {
    return invalid(`乘方的指数不能超过 ±${formulaLimits.exponent}`)
  }
  if (base.isZero() && !exponent.gt(0)) return notApplicable('0 的 0 次方和负数次方没有意义')
  if (base.isNegative() && !exponent.isInteger()) return notApplicable('负数不能开方')
  return bounded(base.pow(exponent))
}
