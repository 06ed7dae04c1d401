import { evaluateFormula, parseFormula } from '@anjie/domain/scoring/formula/index'
import { Decimal, plainText, type RoundingMode, roundDecimal } from '@anjie/kernel'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { leftOutWithoutReference, sharedIsThere, sharedJson, sharedText } from '../shared.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const STANDARD = 'oracles/rounding/gbt8170.json'
const QUANTIZE = 'oracles/rounding/dectest_quantize.csv'
const BOTH_MODES = 'oracles/rounding/half_even_vs_half_up_2dp.csv'

const Standard = z.object({
  cases: z.array(z.object({ value: z.string(), interval: z.string(), expected: z.string() })),
  reportedValueCases: z.object({
    cases: z.array(
      z.object({ measured: z.string(), reported: z.string(), expected: z.string(), interval: z.string() }),
    ),
  }),
  halfUnitCases: z.object({ cases: z.array(z.object({ value: z.string(), expected: z.string() })) }),
  fifthUnitCases: z.object({ cases: z.array(z.object({ value: z.string(), expected: z.string() })) }),
})

const placesOf = (interval: string): number => -new Decimal(interval).exponent

function agreement(id: string, got: Decimal, expected: string): OracleCase {
  return got.eq(expected) ? { id } : { id, differs: `got ${plainText(got)}, expected ${expected}` }
}

const rows = (path: string): unknown => parse(sharedText(path), { columns: true })

if (!sharedIsThere(STANDARD)) {
  leftOutWithoutReference('the rounding cases')
} else {
  describe('rounding agrees with what others printed', () => {
    test('the examples of GB/T 8170, with single, half and fifth units', () => {
      const standard = Standard.parse(sharedJson(STANDARD))
      const cases = [
        ...standard.cases.map(({ value, interval, expected }) =>
          agreement(
            `${value} to ${interval}`,
            roundDecimal(new Decimal(value), placesOf(interval), 'half-even'),
            expected,
          ),
        ),
        // 3.3.2: rounding what was measured, not what was reported in between, is what the sign after the 5 stands for.
        ...standard.reportedValueCases.cases.map(({ measured, interval, expected }) =>
          agreement(`${measured} once`, roundDecimal(new Decimal(measured), placesOf(interval), 'half-even'), expected),
        ),
        ...standard.halfUnitCases.cases.map(({ value, expected }) =>
          agreement(`${value} to 0.5`, roundDecimal(new Decimal(value).times(2), 0, 'half-even').div(2), expected),
        ),
        ...standard.fifthUnitCases.cases.map(({ value, expected }) =>
          agreement(`${value} to 20`, roundDecimal(new Decimal(value).times(5), -2, 'half-even').div(5), expected),
        ),
      ]
      printOracle('gbt8170', cases)
      expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
    })

    test('the quantize cases of the General Decimal Arithmetic set', () => {
      const Row = z.object({
        id: z.string(),
        value: z.string(),
        decimals: z.string(),
        mode: z.string(),
        expected: z.string(),
      })
      const modes: ReadonlyMap<string, RoundingMode> = new Map([
        ['half_even', 'half-even'],
        ['half_up', 'half-up'],
      ])
      const cases = z
        .array(Row)
        .parse(rows(QUANTIZE))
        .map(({ id, value, decimals, mode, expected }): OracleCase => {
          const ours = modes.get(mode)
          if (ours === undefined) return { id, leftOut: `rounding mode ${mode}: no scheme uses it` }
          return agreement(id, roundDecimal(new Decimal(value), Number(decimals), ours), expected)
        })
      printOracle('quantize', cases)
      expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
    })

    test('half-even and half-up side by side, in the kernel and in the two functions of the formula language', () => {
      const Row = z.object({ value: z.string(), decimals: z.string(), half_even: z.string(), half_up: z.string() })
      const cases = z
        .array(Row)
        .parse(rows(BOTH_MODES))
        .flatMap(({ value, decimals, half_even, half_up }) => {
          const formula = (name: string): Decimal => {
            const parsed = parseFormula(`${name}(${value}, ${decimals})`)
            const result = parsed.ok ? evaluateFormula(parsed.value, () => undefined) : undefined
            return result?.kind === 'number' ? result.value : new Decimal(Number.NaN)
          }
          const id = `${value} to ${decimals}`
          const exact = new Decimal(value)
          return [
            agreement(`${id} even`, roundDecimal(exact, Number(decimals), 'half-even'), half_even),
            agreement(`${id} up`, roundDecimal(exact, Number(decimals), 'half-up'), half_up),
            agreement(`${id} 修约`, formula('修约'), half_even),
            agreement(`${id} 四舍五入`, formula('四舍五入'), half_up),
          ]
        })
      printOracle('half-even-half-up', cases)
      expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
    })
  })
}
