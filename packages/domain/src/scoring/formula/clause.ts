import { plainText } from '@anjie/kernel'
import type { BinaryOperator, Formula, FormulaLookup, FormulaNode, PeriodShift, UnaryOperator } from './formula.ts'
import { formulaFunction } from './functions.ts'

export const periodPhrases: Readonly<Record<PeriodShift, string>> = {
  current: '',
  previous: '上期',
  'same-last-year': '上年同期',
  'year-to-date': '本年累计',
}

const operatorPhrases: Readonly<Record<BinaryOperator, string>> = {
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
  mod: ' 求余 ',
  '^': ' ^ ',
  '=': ' = ',
  '<>': ' ≠ ',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
  and: ' 且 ',
  or: ' 或 ',
}

const binaryTightness: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '<>': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  mod: 7,
  '^': 9,
}

const unaryTightness: Readonly<Record<UnaryOperator, number>> = { not: 3, '-': 8, '+': 8, '%': 10, '‰': 10 }

const tightness = (node: FormulaNode): number => {
  if (node.kind === 'binary') return binaryTightness[node.operator]
  if (node.kind === 'unary') return unaryTightness[node.operator]
  // The period shows on the names inside, so what is inside decides about brackets.
  return node.kind === 'period' ? tightness(node.operand) : 11
}

type NamePhrase = (name: string, shift: PeriodShift) => string

function phrase(node: FormulaNode, named: NamePhrase, shift: PeriodShift): string {
  const inside = (child: FormulaNode, atLeast: number): string => {
    const text = phrase(child, named, shift)
    return tightness(child) < atLeast ? `（${text}）` : text
  }
  switch (node.kind) {
    case 'number':
      return plainText(node.value)
    case 'boolean':
      return node.value ? '是' : '否'
    case 'reference':
      return named(node.name, shift)
    case 'period':
      return phrase(node.operand, named, node.shift)
    case 'unary': {
      const own = unaryTightness[node.operator]
      if (node.operator === '%' || node.operator === '‰') return `${inside(node.operand, own)}${node.operator}`
      if (node.operator === 'not') return `非 ${inside(node.operand, 11)}`
      return `${node.operator === '-' ? '−' : '+'}${inside(node.operand, own + 1)}`
    }
    case 'binary': {
      const own = binaryTightness[node.operator]
      // Of equal operators the left group needs no brackets; the power groups to the right instead.
      const right = node.operator === '^'
      return `${inside(node.left, right ? own + 1 : own)}${operatorPhrases[node.operator]}${inside(node.right, right ? own : own + 1)}`
    }
    case 'call':
      return formulaFunction(node.code).clause(node.arguments.map((argument) => phrase(argument, named, shift)))
  }
}

/** The formula as an office would publish it: `化解成功数 ÷ 排查纠纷数 × 100`. */
export function formulaClause(formula: Formula): string {
  return phrase(formula.root, (name, shift) => `${periodPhrases[shift]}${name}`, 'current')
}

/** A formula's phrase cut at its names: text, name, text, name, text. */
interface Template {
  readonly texts: readonly string[]
  readonly names: readonly Parameters<FormulaLookup>[0][]
}

/** A character that no text of a formula can hold. */
const MARK = '\u0000'
/** Every subject has the same formula, so it is phrased once. */
const templates = new WeakMap<Formula, Template | null>()

/** `null`: a phrase that depends on the figures themselves, such as 取整数 where the places of a rounding are a figure that is 0. */
function templateOf(formula: Formula): Template | null {
  const known = templates.get(formula)
  if (known !== undefined) return known
  const asked: Parameters<FormulaLookup>[0][] = []
  const marked = phrase(
    formula.root,
    (name, periodShift) => `${MARK}${asked.push({ name, periodShift }) - 1}${MARK}`,
    'current',
  ).split(MARK)
  const template = {
    texts: marked.filter((_, index) => index % 2 === 0),
    names: marked.flatMap((place, index) => (index % 2 === 0 ? [] : (asked[Number(place)] ?? []))),
  }
  const isFixed = filled(template, () => '0') === phrase(formula.root, () => '0', 'current')
  templates.set(formula, isFixed ? template : null)
  return isFixed ? template : null
}

function filled({ texts, names }: Template, textOf: (name: Parameters<FormulaLookup>[0]) => string): string {
  let line = texts[0] ?? ''
  for (const [index, name] of names.entries()) line += `${textOf(name)}${texts[index + 1] ?? ''}`
  return line
}

/** The formula with the figures of one subject in place of the names, for a score receipt: `48 ÷ 50 × 100`. */
export function formulaWithValues(formula: Formula, lookup: FormulaLookup): string {
  const template = templateOf(formula)
  return template === null
    ? phrase(formula.root, (name, periodShift) => valueText(lookup({ name, periodShift })), 'current')
    : filled(template, (name) => valueText(lookup(name)))
}

function valueText(input: ReturnType<FormulaLookup>): string {
  switch (input?.kind) {
    case 'number':
      return input.value.isNegative() ? `（${plainText(input.value)}）` : plainText(input.value)
    case 'boolean':
      return input.value ? '是' : '否'
    case 'missing':
      return '（未报）'
    case 'not-applicable':
      return '（不适用）'
    case 'invalid':
      return '（无效）'
    case undefined:
      return '（无此指标）'
  }
}
