import { formulaLimits } from '@anjie/contracts/vocabulary/scoring/formulaLimits'
import { Decimal } from '@anjie/kernel'
import type { FormulaValue, NoValue } from './value.ts'

/** Quotients longer than that say that two figures were not meant to be divided. */
const LONGEST_QUOTIENT = 34

export const invalid = (reason: string): NoValue => ({ kind: 'invalid', reason })
export const notApplicable = (reason: string): NoValue => ({ kind: 'not-applicable', reason })

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

export const add = (left: Decimal, right: Decimal): FormulaValue => bounded(left.plus(right))
export const multiply = (left: Decimal, right: Decimal): FormulaValue => bounded(left.times(right))

/** Nothing to divide by is "no value", never 0. */
export function divide(left: Decimal, right: Decimal): FormulaValue {
  return right.isZero() ? notApplicable('除数为 0，没有结果') : bounded(left.div(right))
}

/** What division leaves over, with the sign of the dividend. */
export function remainder(left: Decimal, right: Decimal): FormulaValue {
  if (right.isZero()) return notApplicable('求余的除数为 0，没有结果')
  if (left.exponent - right.exponent > LONGEST_QUOTIENT) return invalid('求余的两个数相差太大')
  return bounded(left.mod(right))
}

export function power(base: Decimal, exponent: Decimal): FormulaValue {
  if (exponent.abs().gt(formulaLimits.exponent)) {
    return invalid(`乘方的指数不能超过 ±${formulaLimits.exponent}`)
  }
  if (base.isZero() && !exponent.gt(0)) return notApplicable('0 的 0 次方和负数次方没有意义')
  if (base.isNegative() && !exponent.isInteger()) return notApplicable('负数不能开方')
  return bounded(base.pow(exponent))
}
