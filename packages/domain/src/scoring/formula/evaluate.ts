import { Decimal, unreachable } from '@anjie/kernel'
import { add, divide, invalid, multiply, notApplicable, power, remainder } from './arithmetic.ts'
import { periodPhrases } from './clause.ts'
import type { BinaryOperator, Formula, FormulaLookup, FormulaNode, MissingPolicy, PeriodShift } from './formula.ts'
import { formulaFunction } from './functions.ts'
import type { FormulaValue, NoValue } from './value.ts'

interface Evaluation {
  readonly text: string
  readonly lookup: FormulaLookup
  readonly policy: MissingPolicy
  /** How many figures were asked for, and the first of those that were not there. */
  used: number
  absent: number
  firstAbsent: NoValue | undefined
}

const HUNDRED = new Decimal(100)
const THOUSAND = new Decimal(1000)

const missing = (reason: string): NoValue => ({ kind: 'missing', reason })
const numberValue = (value: Decimal): FormulaValue => ({ kind: 'number', value })
const booleanValue = (value: boolean): FormulaValue => ({ kind: 'boolean', value })
const isValue = (value: FormulaValue): value is Exclude<FormulaValue, NoValue> =>
  value.kind === 'number' || value.kind === 'boolean'

/** Of two reasons for having no value the graver one: figures that do not fit, then nothing to calculate, then a debt. */
function graver(left: NoValue, right: NoValue): NoValue {
  const gravity = { invalid: 2, 'not-applicable': 1, missing: 0 } as const
  return gravity[right.kind] > gravity[left.kind] ? right : left
}

function count(value: FormulaValue, run: Evaluation): FormulaValue {
  run.used += 1
  if (value.kind !== 'missing' || run.policy === 'skip-if-any') return value
  run.absent += 1
  run.firstAbsent ??= value
  return numberValue(new Decimal(0))
}

function figure(name: string, shift: PeriodShift, run: Evaluation): FormulaValue {
  const label = (): string => `${periodPhrases[shift]}[${name}]`
  const input = run.lookup({ name, periodShift: shift })
  if (input === undefined) return invalid(`没有 [${name}] 这个指标`)
  switch (input.kind) {
    case 'number':
      return count(input, run)
    case 'boolean':
      return count(input, run)
    case 'missing':
      return count(missing(input.reason ?? `${label()} 未报`), run)
    case 'not-applicable':
      return notApplicable(input.reason ?? `${label()} 不适用`)
    case 'invalid':
      return invalid(input.reason ?? `${label()} 的值无效`)
  }
}

function asNumber(value: FormulaValue): FormulaValue & ({ kind: 'number' } | NoValue) {
  return value.kind === 'boolean' ? invalid('这里需要数，得到的却是“是”或“否”') : value
}

/** Yes/no items are often kept as 1 and 0; any other number is not an answer. */
function asBoolean(value: FormulaValue): FormulaValue & ({ kind: 'boolean' } | NoValue) {
  if (value.kind !== 'number') return value
  if (value.value.isZero()) return { kind: 'boolean', value: false }
  if (value.value.eq(1)) return { kind: 'boolean', value: true }
  return invalid('这里需要“是”或“否”（1 或 0），得到的却是其他数')
}

function arithmetic(operator: '+' | '-' | '*' | '/' | 'mod' | '^', left: Decimal, right: Decimal): FormulaValue {
  switch (operator) {
    case '+':
      return add(left, right)
    case '-':
      return add(left, right.neg())
    case '*':
      return multiply(left, right)
    case '/':
      return divide(left, right)
    case 'mod':
      return remainder(left, right)
    case '^':
      return power(left, right)
    default:
      return unreachable(operator)
  }
}

function ordered(operator: '=' | '<>' | '<' | '<=' | '>' | '>=', order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      return unreachable(operator)
  }
}

function compare(
  operator: '=' | '<>' | '<' | '<=' | '>' | '>=',
  left: FormulaValue,
  right: FormulaValue,
): FormulaValue {
  if (!isValue(left)) return isValue(right) ? left : graver(left, right)
  if (!isValue(right)) return right
  if (left.kind === 'number' && right.kind === 'number') {
    return booleanValue(ordered(operator, left.value.comparedTo(right.value)))
  }
  const first = asBoolean(left)
  const second = asBoolean(right)
  if (first.kind !== 'boolean') return first
  if (second.kind !== 'boolean') return second
  return booleanValue(ordered(operator, Number(first.value) - Number(second.value)))
}

/** 且 and 或 decide as soon as one side does, whichever side that is; figures that do not fit are never passed over. */
function connect(operator: 'and' | 'or', node: FormulaNode & { kind: 'binary' }, run: Evaluation, shift: PeriodShift) {
  const deciding = operator === 'or'
  const left = asBoolean(evaluate(node.left, run, shift))
  if (left.kind === 'boolean' && left.value === deciding) return left
  if (left.kind === 'invalid') return left
  const right = asBoolean(evaluate(node.right, run, shift))
  if (left.kind === 'boolean') return right
  if (right.kind === 'boolean') return right.value === deciding ? right : left
  return graver(left, right)
}

function binary(node: FormulaNode & { kind: 'binary' }, run: Evaluation, shift: PeriodShift): FormulaValue {
  const operator: BinaryOperator = node.operator
  if (operator === 'and' || operator === 'or') return connect(operator, node, run, shift)
  const left = evaluate(node.left, run, shift)
  const right = evaluate(node.right, run, shift)
  switch (operator) {
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right)
    default: {
      const first = asNumber(left)
      const second = asNumber(right)
      if (first.kind !== 'number') return second.kind === 'number' ? first : graver(first, second)
      if (second.kind !== 'number') return second
      if (second.value.isZero() && (operator === '/' || operator === 'mod')) {
        const divisor = run.text.slice(node.right.at, node.right.at + node.right.length)
        return notApplicable(`除数“${divisor}”为 0，没有结果`)
      }
      return arithmetic(operator, first.value, second.value)
    }
  }
}

function unary(node: FormulaNode & { kind: 'unary' }, run: Evaluation, shift: PeriodShift): FormulaValue {
  const operand = evaluate(node.operand, run, shift)
  if (node.operator === 'not') {
    const answer = asBoolean(operand)
    return answer.kind === 'boolean' ? booleanValue(!answer.value) : answer
  }
  const value = asNumber(operand)
  if (value.kind !== 'number') return value
  switch (node.operator) {
    case '+':
      return value
    case '-':
      return numberValue(value.value.isZero() ? value.value : value.value.neg())
    case '%':
      return divide(value.value, HUNDRED)
    case '‰':
      return divide(value.value, THOUSAND)
    default:
      return unreachable(node.operator)
  }
}

/** The value with every missing figure seen as missing, whatever the policy outside. */
function asReported(node: FormulaNode, run: Evaluation, shift: PeriodShift): FormulaValue {
  return evaluate(node, { ...run, policy: 'skip-if-any' }, shift)
}

function firstThere(nodes: readonly FormulaNode[], run: Evaluation, shift: PeriodShift): FormulaValue {
  let nothing: NoValue | undefined
  for (const node of nodes) {
    const value = asReported(node, run, shift)
    if (isValue(value) || value.kind === 'invalid') return count(value, run)
    nothing = nothing === undefined ? value : graver(nothing, value)
  }
  return count(nothing ?? missing('没有可取的值'), run)
}

function call(node: FormulaNode & { kind: 'call' }, run: Evaluation, shift: PeriodShift): FormulaValue {
  const [first, yes, no] = node.arguments
  if (first === undefined) throw new Error('every function takes at least one argument')
  switch (node.code) {
    case 'if': {
      const condition = asBoolean(evaluate(first, run, shift))
      if (condition.kind !== 'boolean') return condition
      const chosen = condition.value ? yes : no
      if (chosen === undefined) throw new Error('the arguments of 如果 were counted while reading')
      return evaluate(chosen, run, shift)
    }
    case 'coalesce':
      return firstThere(node.arguments, run, shift)
    case 'isMissing':
    case 'isNotApplicable': {
      const value = asReported(first, run, shift)
      if (value.kind === 'invalid') return value
      return booleanValue(value.kind === (node.code === 'isMissing' ? 'missing' : 'not-applicable'))
    }
    default: {
      const { apply } = formulaFunction(node.code)
      if (apply === undefined) throw new Error(`the evaluator does not know ${node.code}`)
      const numbers: Decimal[] = []
      let nothing: NoValue | undefined
      for (const argument of node.arguments) {
        const value = asNumber(evaluate(argument, run, shift))
        if (value.kind === 'number') numbers.push(value.value)
        else nothing = nothing === undefined ? value : graver(nothing, value)
      }
      return nothing ?? apply(numbers)
    }
  }
}

function evaluate(node: FormulaNode, run: Evaluation, shift: PeriodShift): FormulaValue {
  switch (node.kind) {
    case 'number':
      return numberValue(node.value)
    case 'boolean':
      return booleanValue(node.value)
    case 'reference':
      return figure(node.name, shift, run)
    case 'period':
      return evaluate(node.operand, run, node.shift)
    case 'unary':
      return unary(node, run, shift)
    case 'binary':
      return binary(node, run, shift)
    case 'call':
      return call(node, run, shift)
  }
}

/**
 * The value of a formula for one subject, exact throughout; what roots and logarithms make is decided at the kernel's tolerance.
 * Nothing to divide by gives `not-applicable`, a figure that is owed `missing` (as `missing` policy says), each with a
 * Chinese reason; never NaN, Infinity or a silent 0.
 */
export function evaluateFormula(
  formula: Formula,
  lookup: FormulaLookup,
  options: { readonly missing: MissingPolicy } = { missing: 'skip-if-any' },
): FormulaValue {
  const run: Evaluation = {
    text: formula.text,
    lookup,
    policy: options.missing,
    used: 0,
    absent: 0,
    firstAbsent: undefined,
  }
  const value = evaluate(formula.root, run, 'current')
  if (options.missing === 'skip-if-all' && run.firstAbsent !== undefined && run.absent === run.used) {
    return run.firstAbsent
  }
  return value
}
