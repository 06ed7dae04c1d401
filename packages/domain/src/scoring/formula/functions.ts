import { formulaLimits } from '@anjie/contracts/vocabulary/scoring/formulaLimits'
import { Decimal, type RoundingMode, roundDecimal } from '@anjie/kernel'
import { add, bounded, divide, invalid, notApplicable } from './arithmetic.ts'
import type { FormulaValue } from './value.ts'

export type FunctionCode =
  | 'if'
  | 'min'
  | 'max'
  | 'sum'
  | 'average'
  | 'round'
  | 'roundEven'
  | 'floor'
  | 'ceil'
  | 'abs'
  | 'ln'
  | 'log10'
  | 'log'
  | 'coalesce'
  | 'isMissing'
  | 'isNotApplicable'

export interface FormulaFunction {
  readonly code: FunctionCode
  /** Accepted spellings, the one shown to authors first; Latin ones in any case. */
  readonly names: readonly string[]
  readonly minimumArguments: number
  readonly maximumArguments: number
  /** How to call it, for the formula helper and for messages. */
  readonly usage: string
  /** Given the numbers, the result. Functions that choose what to evaluate have none; the evaluator knows them. */
  readonly apply?: (numbers: readonly Decimal[]) => FormulaValue
  /** The Chinese phrase of a published clause, from the phrases of the arguments. */
  readonly clause: (phrases: readonly string[]) => string
}

const MANY = formulaLimits.nodes

const number = (value: Decimal): FormulaValue => ({ kind: 'number', value })

function argument(numbers: readonly Decimal[], index: number): Decimal {
  const value = numbers[index]
  if (value === undefined) throw new Error(`argument ${index} was not counted while reading the formula`)
  return value
}

function total(numbers: readonly Decimal[]): FormulaValue {
  let sum: FormulaValue = number(new Decimal(0))
  for (const value of numbers) {
    if (sum.kind !== 'number') return sum
    sum = add(sum.value, value)
  }
  return sum
}

function rounded(numbers: readonly Decimal[], mode: RoundingMode): FormulaValue {
  const places = numbers[1] ?? new Decimal(0)
  if (!places.isInteger() || places.abs().gt(formulaLimits.roundingPlaces)) {
    return invalid(`保留位数要是 -${formulaLimits.roundingPlaces} 到 ${formulaLimits.roundingPlaces} 之间的整数`)
  }
  return number(roundDecimal(argument(numbers, 0), places.toNumber(), mode))
}

function logarithm(value: Decimal, base?: Decimal): FormulaValue {
  if (!value.gt(0)) return notApplicable('只有大于 0 的数才能取对数')
  if (base === undefined) return bounded(value.ln())
  if (!base.gt(0) || base.eq(1)) return notApplicable('对数的底数要大于 0 且不等于 1')
  return divide(value.ln(), base.ln())
}

const wholeUnit = (value: Decimal, direction: 'floor' | 'ceil'): FormulaValue => {
  const whole = direction === 'floor' ? value.floor() : value.ceil()
  return number(whole.isZero() ? new Decimal(0) : whole)
}

const kept = (phrases: readonly string[]): string =>
  phrases[1] === undefined || phrases[1] === '0' ? '取整数' : `保留 ${phrases[1]} 位小数`

const table = {
  if: {
    names: ['如果', 'if'],
    minimumArguments: 3,
    maximumArguments: 3,
    usage: '如果(条件, 成立时的值, 不成立时的值)',
    clause: ([condition, yes, no]) => `（如果 ${condition}，取 ${yes}；否则取 ${no}）`,
  },
  min: {
    names: ['最小', 'min'],
    minimumArguments: 1,
    maximumArguments: MANY,
    usage: '最小(值, 值, …)',
    apply: (numbers) => number(Decimal.min(...numbers)),
    clause: (phrases) => `（${phrases.join('、')}）中的最小值`,
  },
  max: {
    names: ['最大', 'max'],
    minimumArguments: 1,
    maximumArguments: MANY,
    usage: '最大(值, 值, …)',
    apply: (numbers) => number(Decimal.max(...numbers)),
    clause: (phrases) => `（${phrases.join('、')}）中的最大值`,
  },
  sum: {
    names: ['合计', 'sum'],
    minimumArguments: 1,
    maximumArguments: MANY,
    usage: '合计(值, 值, …)',
    apply: total,
    clause: (phrases) => `（${phrases.join('、')}）的合计`,
  },
  average: {
    names: ['平均', 'average'],
    minimumArguments: 1,
    maximumArguments: MANY,
    usage: '平均(值, 值, …)',
    apply: (numbers) => {
      const sum = total(numbers)
      return sum.kind === 'number' ? divide(sum.value, new Decimal(numbers.length)) : sum
    },
    clause: (phrases) => `（${phrases.join('、')}）的平均值`,
  },
  round: {
    names: ['四舍五入', 'round'],
    minimumArguments: 1,
    maximumArguments: 2,
    usage: '四舍五入(值, 保留位数)',
    apply: (numbers) => rounded(numbers, 'half-up'),
    clause: (phrases) => `（${phrases[0]}，四舍五入${kept(phrases)}）`,
  },
  roundEven: {
    names: ['修约', 'roundEven'],
    minimumArguments: 1,
    maximumArguments: 2,
    usage: '修约(值, 保留位数)，按 GB/T 8170 四舍六入五成双',
    apply: (numbers) => rounded(numbers, 'half-even'),
    clause: (phrases) => `（${phrases[0]}，按 GB/T 8170 修约，${kept(phrases)}）`,
  },
  floor: {
    names: ['向下取整', 'floor'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '向下取整(值)',
    apply: (numbers) => wholeUnit(argument(numbers, 0), 'floor'),
    clause: (phrases) => `（${phrases[0]}，向下取整）`,
  },
  ceil: {
    names: ['向上取整', 'ceil'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '向上取整(值)',
    apply: (numbers) => wholeUnit(argument(numbers, 0), 'ceil'),
    clause: (phrases) => `（${phrases[0]}，向上取整）`,
  },
  abs: {
    names: ['绝对值', 'abs'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '绝对值(值)',
    apply: (numbers) => number(argument(numbers, 0).abs()),
    clause: (phrases) => `（${phrases[0]}）的绝对值`,
  },
  ln: {
    names: ['自然对数', 'ln'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '自然对数(值)',
    apply: (numbers) => logarithm(argument(numbers, 0)),
    clause: (phrases) => `（${phrases[0]}）的自然对数`,
  },
  log10: {
    names: ['常用对数', 'log10'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '常用对数(值)',
    apply: (numbers) => logarithm(argument(numbers, 0), new Decimal(10)),
    clause: (phrases) => `（${phrases[0]}）的常用对数`,
  },
  // Always with its base: log(x) alone is base 10 in spreadsheets and base e in statistics.
  log: {
    names: ['对数', 'log'],
    minimumArguments: 2,
    maximumArguments: 2,
    usage: '对数(值, 底数)',
    apply: (numbers) => logarithm(argument(numbers, 0), argument(numbers, 1)),
    clause: (phrases) => `（${phrases[0]}）以 ${phrases[1]} 为底的对数`,
  },
  coalesce: {
    names: ['缺省取', 'coalesce'],
    minimumArguments: 2,
    maximumArguments: MANY,
    usage: '缺省取(值, 没有值时改取的值, …)',
    clause: ([first, ...others]) => `（${first}，没有值时取 ${others.join('，仍没有时取 ')}）`,
  },
  isMissing: {
    names: ['未报', 'isMissing'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '未报([指标])',
    clause: (phrases) => `${phrases[0]} 未报`,
  },
  isNotApplicable: {
    names: ['不适用', 'isNotApplicable'],
    minimumArguments: 1,
    maximumArguments: 1,
    usage: '不适用([指标])',
    clause: (phrases) => `${phrases[0]} 不适用`,
  },
} satisfies Record<FunctionCode, Omit<FormulaFunction, 'code'>>

function isFunctionCode(code: string): code is FunctionCode {
  return Object.hasOwn(table, code)
}

function everyFunction(): ReadonlyMap<FunctionCode, FormulaFunction> {
  const functions = new Map<FunctionCode, FormulaFunction>()
  for (const [code, entry] of Object.entries(table)) {
    if (isFunctionCode(code)) functions.set(code, { code, ...entry })
  }
  return functions
}

/** Every function of the language by its code, in the order in which the formula helper lists them. */
export const formulaFunctions: ReadonlyMap<FunctionCode, FormulaFunction> = everyFunction()

export function formulaFunction(code: FunctionCode): FormulaFunction {
  const found = formulaFunctions.get(code)
  if (found === undefined) throw new Error(`unknown formula function ${code}`)
  return found
}
