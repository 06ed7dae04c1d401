import {
  evaluateFormula,
  type FormulaInput,
  type FormulaValue,
  type MissingPolicy,
  parseFormula,
} from '@anjie/domain/scoring/formula/index'
import { Decimal } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { leftOutWithoutReference, sharedIsThere, sharedJson } from '../shared.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const PATH = 'oracles/dhis2/indicator_expressions.json'

const Input = z.union([z.number(), z.string(), z.boolean(), z.null()])
const Strategy = z.enum(['SKIP_IF_ANY_VALUE_MISSING', 'SKIP_IF_ALL_VALUES_MISSING', 'NEVER_SKIP'])
const Numeric = z.union([z.number(), z.string()])
const Oracle = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      expr: z.string(),
      inputs: z.record(z.string(), Input),
      missingValueStrategy: Strategy.optional(),
      expected: Numeric.nullable().optional(),
      expectError: z.boolean().optional(),
      tolerance: z.number().optional(),
    }),
  ),
  indicatorValues: z.array(
    z.object({
      test: z.string(),
      numerator: z.string(),
      denominator: z.string(),
      inputs: z.record(z.string(), Input),
      typeFactor: z.number(),
      annualized: z.boolean(),
      days: z.number().nullable(),
      expected: z
        .object({ numerator: z.number(), denominator: z.number(), factor: z.number(), value: z.number() })
        .nullable(),
      tolerance: z.number().optional(),
    }),
  ),
  expressionValues: z.array(z.object({ expr: z.string(), inputs: z.record(z.string(), Input), expected: z.number() })),
  predictorMissing: z.array(
    z.object({
      expr: z.string(),
      missingValueStrategy: Strategy,
      samplesByPeriod: z.record(z.string(), z.record(z.string(), z.number())),
      expected: z.number().nullable(),
    }),
  ),
})
type Inputs = Record<string, z.infer<typeof Input>>

const policies: Record<z.infer<typeof Strategy>, MissingPolicy> = {
  SKIP_IF_ANY_VALUE_MISSING: 'skip-if-any',
  SKIP_IF_ALL_VALUES_MISSING: 'skip-if-all',
  NEVER_SKIP: 'never-skip',
}

/** What DHIS2 has and this language leaves out, with the reason that the author of a scheme would be given. */
function leftOut(expr: string, inputs: Inputs, expected: unknown): string | undefined {
  if (/'[^']*'/.test(expr) && expected !== undefined)
    return 'text in quotes: a formula works on figures and answers only'
  if (/\bremoveZeros\b/.test(expr)) return 'removeZeros: turning a reported zero into "no value" hides a report'
  if (/\bnull\b/.test(expr)) return 'null literal: a missing figure comes from the data, it is not written'
  if (expected === 'NaN' || expected === '-Infinity')
    return 'NaN and Infinity as results: here "no value" with the reason'
  if (/log\(50,0\)/.test(expr)) return 'logarithm to base 0: here "no value", upstream the limit −0'
  return Object.values(inputs).some((value) => typeof value === 'string') ? 'text values' : undefined
}

/** Item references and three spellings; nothing about structure or precedence is touched. */
function rewritten(expr: string): string {
  return expr
    .replace(/(#|D|A|I|N|R|C|OUG)\{([^}]*)\}/g, (whole) => `[${whole}]`)
    .replace(/\[days\]/g, '[[days]]')
    .replace(/\[\[days\]\]/g, '[days]')
    .replace(/%/g, ' mod ')
    .replace(/\blog\(([^,()]*)\)/g, 'ln($1)')
    .replace(/\bisNotNull\(\s*(\[[^\]]*\])\s*\)/g, '! isMissing($1)')
    .replace(/\bisNull\(/g, 'isMissing(')
    .replace(/\bgreatest\(/g, 'max(')
    .replace(/\bleast\(/g, 'min(')
    .replace(/\bfirstNonNull\(\s*(\[[^\]]*\])\s*\)/g, '$1')
    .replace(/\bfirstNonNull\(/g, 'coalesce(')
}

function inputOf(inputs: Inputs, name: string): FormulaInput | undefined {
  const key = [name, `[${name}]`].find((candidate) => Object.hasOwn(inputs, candidate))
  const value = key === undefined ? undefined : inputs[key]
  if (value === undefined || typeof value === 'string') return undefined
  if (value === null) return { kind: 'missing' }
  return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'number', value: new Decimal(String(value)) }
}

function calculated(expr: string, inputs: Inputs, missing: MissingPolicy): FormulaValue | 'refused' {
  const formula = parseFormula(expr)
  if (!formula.ok) return 'refused'
  return evaluateFormula(formula.value, ({ name }) => inputOf(inputs, name), { missing })
}

function difference(
  got: FormulaValue | 'refused',
  expected: number | string | null,
  tolerance = 0,
): string | undefined {
  if (got === 'refused') return 'refused as ill-formed'
  if (expected === null) return got.kind === 'missing' || got.kind === 'not-applicable' ? undefined : `got ${got.kind}`
  if (got.kind !== 'number') return `got ${got.kind}`
  const wanted = new Decimal(String(expected))
  const allowed = wanted.abs().times(tolerance)
  return got.value.minus(wanted).abs().lte(allowed) ? undefined : `got ${got.value}, expected ${expected}`
}

if (!sharedIsThere(PATH)) {
  leftOutWithoutReference('the DHIS2 cases')
} else {
  const oracle = Oracle.parse(sharedJson(PATH))

  describe('the formula language agrees with DHIS2', () => {
    test('on every indicator expression whose construct it has', () => {
      const cases = oracle.cases.map(
        ({ id, expr, inputs, expectError, expected, missingValueStrategy, tolerance }): OracleCase => {
          const got = calculated(rewritten(expr), inputs, policies[missingValueStrategy ?? 'SKIP_IF_ANY_VALUE_MISSING'])
          if (expectError === true) return got === 'refused' ? { id } : { id, differs: 'accepted an ill-formed text' }
          const reason = leftOut(expr, inputs, expected)
          if (reason !== undefined) return { id, leftOut: reason }
          const differs = difference(got, expected ?? null, tolerance)
          return differs === undefined ? { id } : { id, differs: `${expr}: ${differs}` }
        },
      )
      printOracle('dhis2', cases)
      expect(cases).toHaveLength(270)
      expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
    })

    test('a construct that it leaves out never yields a number by accident', () => {
      for (const { expr, inputs, expectError, expected } of oracle.cases) {
        if (expectError === true || leftOut(expr, inputs, expected) === undefined) continue
        const got = calculated(rewritten(expr), inputs, 'skip-if-any')
        expect(got === 'refused' || got.kind === 'not-applicable', expr).toBe(true)
      }
    })

    test('on numerator, denominator, factor and annualised indicator values', () => {
      const cases = oracle.indicatorValues.map((one, index): OracleCase => {
        const id = `indicator-${index + 1}`
        const named = (expr: string) => expr.replace(/[a-z]+/g, '[$&]')
        // An annualised figure is taken to a year of 365 days from the days that its periods cover.
        const factor =
          one.annualized && one.days !== null ? `${one.typeFactor} * 365 / ${one.days}` : `${one.typeFactor}`
        const text = `(${named(one.numerator)}) / (${named(one.denominator)}) * (${factor})`
        const differs = difference(
          calculated(text, one.inputs, 'skip-if-any'),
          one.expected?.value ?? null,
          (one.tolerance ?? 0) / (one.expected?.value ?? 1),
        )
        return differs === undefined ? { id } : { id, differs }
      })
      printOracle('dhis2-indicators', cases)
      expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
    })

    test('on simple expression values and on sums of samples under each missing-value strategy', () => {
      const simple = oracle.expressionValues.map((one, index): OracleCase => {
        const differs = difference(
          calculated(one.expr.replace(/[A-Za-z]+/g, '[$&]'), one.inputs, 'skip-if-any'),
          one.expected,
        )
        return { id: `value-${index + 1}`, ...(differs === undefined ? {} : { differs }) }
      })
      const sampled = oracle.predictorMissing.map((one, index): OracleCase => {
        // A predictor evaluates once per sample period and adds up what has a value.
        const inner = one.expr.replace(/^sum\((.*)\)$/, '$1').replace(/#\{([^}]*)\}/g, '[$1]')
        let total: number | null = null
        for (const samples of Object.values(one.samplesByPeriod)) {
          const inputs: Inputs = { dataElemenA: null, dataElemenB: null, dataElemenC: null, ...samples }
          const value = calculated(inner, inputs, policies[one.missingValueStrategy])
          if (value !== 'refused' && value.kind === 'number') total = (total ?? 0) + value.value.toNumber()
        }
        return {
          id: `sampled-${index + 1}`,
          ...(total === one.expected ? {} : { differs: `got ${total}, expected ${one.expected}` }),
        }
      })
      printOracle('dhis2-values', [...simple, ...sampled])
      expect([...simple, ...sampled].filter((one) => one.differs !== undefined)).toEqual([])
    })
  })
}
