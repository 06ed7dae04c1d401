import { Decimal, plainText } from '@anjie/kernel'
import { larger, smaller } from '../../ranking/compare.ts'
import { figure } from '../figureText.ts'
import {
  evaluateFormula,
  formulaClause,
  formulaWithValues,
  type MissingPolicy,
  parseFormula,
  referenceKey,
  referencesOf,
} from '../formula/index.ts'
import { lookUpFigures } from '../lookUpFigures.ts'
import { points, type RuleFinding, type ScoringRule } from '../method.ts'

const ZERO = new Decimal(0)
const POLICIES = {
  'any-missing': 'skip-if-any',
  'all-missing': 'skip-if-all',
  'as-zero': 'never-skip',
} as const satisfies Record<string, MissingPolicy>

/** Formulas that were read before, by the parameters that they stand in: every group of a scheme asks for the same ones. */
const readBefore = new WeakMap<object, { readonly text: string; readonly parsed: ReturnType<typeof parseFormula> }>()

function parsedOf(parameters: { readonly text: string }): ReturnType<typeof parseFormula> {
  const known = readBefore.get(parameters)
  if (known?.text === parameters.text) return known.parsed
  const parsed = parseFormula(parameters.text)
  readBefore.set(parameters, { text: parameters.text, parsed })
  return parsed
}

export const formula: ScoringRule<'formula'> = {
  title: '公式',
  itemsOf(parameters, formulaNames) {
    const parsed = parsedOf(parameters)
    if (!parsed.ok) return []
    return referencesOf(parsed.value).map(({ name }) => formulaNames.get(referenceKey(name)) ?? name)
  },
  isPeerRelative: () => false,
  bind(parameters, { formulaNames, figures }) {
    const { text, missing, floorZero, cap } = parameters
    const parsed = parsedOf(parameters)
    if (!parsed.ok) {
      const reason = `公式有误：${parsed.error[0]?.message ?? text}`
      return () => ({ kind: 'none', status: 'invalid', reason })
    }
    const most = cap === undefined ? null : new Decimal(cap)
    return (subject) => {
      const lookup = lookUpFigures(subject, formulaNames, figures.period)
      const value = evaluateFormula(parsed.value, lookup, { missing: POLICIES[missing] })
      if (value.kind !== 'number' && value.kind !== 'boolean')
        return { kind: 'none', status: value.kind, reason: value.reason }
      const exact = value.kind === 'number' ? value.value : new Decimal(value.value ? 1 : 0)
      let score = exact
      if (floorZero) score = larger(ZERO, score)
      if (most !== null) score = smaller(most, score)
      return points(score, () => ({
        figures: [
          figure('公式', parsed.value.text),
          figure('代入数值', formulaWithValues(parsed.value, lookup)),
          figure('公式结果', exact),
          ...(exact.eq(score) ? [] : [figure('限幅后', score)]),
        ],
        next: null,
      }))
    }
  },
  clause(parameters) {
    const { text, floorZero, cap } = parameters
    const parsed = parsedOf(parameters)
    const body = parsed.ok ? formulaClause(parsed.value) : text
    const limits = [...(floorZero ? ['最低0分'] : []), ...(cap === undefined ? [] : [`最高${cap}分`])]
    const zero = /[÷/／]|mod/iu.test(text) ? '；除数为0的按不适用处理' : ''
    return `得分＝${body}${limits.length === 0 ? '' : `，${limits.join('、')}`}${zero}。`
  },
  reach: ({ floorZero, cap }) => ({
    least: floorZero ? ZERO : null,
    most: cap === undefined ? null : new Decimal(cap),
  }),
  check({ text, cap }, { points: base, formulaNames }) {
    const parsed = parseFormula(text)
    if (!parsed.ok)
      return parsed.error.map((problem) => ({
        severity: 'error',
        check: `formula.${problem.code}`,
        message: `公式有误：${problem.message}`,
      }))
    const findings: RuleFinding[] = referencesOf(parsed.value)
      .filter(({ name }) => !formulaNames.has(referenceKey(name)))
      .map(({ name }) => ({ severity: 'error', check: 'item-undefined', message: `公式引用了未定义的数据项“${name}”` }))
    if (base?.gt(0) && cap === undefined)
      findings.push({
        severity: 'warning',
        check: 'formula-uncapped',
        message: `公式没有写明上限，结果可能超过分值${plainText(base)}分`,
      })
    return findings
  },
}
