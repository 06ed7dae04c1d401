import {
  evaluateFormula,
  type Formula,
  type FormulaInput,
  type FormulaProblem,
  type FormulaValue,
  type MissingPolicy,
  parseFormula,
} from '@anjie/domain/scoring/formula/index'
import { Decimal, plainText } from '@anjie/kernel'

/** Figures for a test: text is a number, the rest as it is. Keys may start with 上期, 上年同期 or 本年累计. */
export type Figures = Readonly<Record<string, string | boolean | 'missing' | 'not-applicable'>>

const prefixes = { current: '', previous: '上期', 'same-last-year': '上年同期', 'year-to-date': '本年累计' } as const

export function read(text: string): Formula {
  const formula = parseFormula(text)
  if (!formula.ok) throw new Error(formula.error.map((problem) => problem.message).join('; '))
  return formula.value
}

export function problemOf(text: string): FormulaProblem {
  const formula = parseFormula(text)
  const [first] = formula.ok ? [] : formula.error
  if (first === undefined) throw new Error(`“${text}” was accepted`)
  return first
}

function inputOf(figure: string | boolean | undefined): FormulaInput | undefined {
  if (figure === undefined) return undefined
  if (typeof figure === 'boolean') return { kind: 'boolean', value: figure }
  if (figure === 'missing' || figure === 'not-applicable') return { kind: figure }
  return { kind: 'number', value: new Decimal(figure) }
}

export function resultOf(text: string, figures: Figures = {}, missing: MissingPolicy = 'skip-if-any'): FormulaValue {
  const known = new Map(Object.entries(figures))
  return evaluateFormula(read(text), ({ name, periodShift }) => inputOf(known.get(prefixes[periodShift] + name)), {
    missing,
  })
}

/** The value in a form that a test compares in one line: `9`, `是`, or the kind of "no value". */
export function shown(text: string, figures: Figures = {}, missing: MissingPolicy = 'skip-if-any'): string {
  const value = resultOf(text, figures, missing)
  if (value.kind === 'number') return plainText(value.value)
  return value.kind === 'boolean' ? (value.value ? '是' : '否') : value.kind
}
