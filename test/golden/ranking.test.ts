import type { RankNumbering } from '@anjie/contracts/vocabulary/schemes/scheme'
import { type RankDirection, rankNumbers } from '@anjie/domain/ranking/numbering'
import { Decimal } from '@anjie/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { leftOutWithoutReference, sharedIsThere, sharedJson } from '../shared.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const PATH = 'oracles/ranking/ties.json'

const Ranks = z.array(z.number().nullable())
const Case = z.object({
  source: z.string().optional(),
  values: z.array(z.number().nullable()),
  order: z.enum(['asc', 'desc']),
  min: Ranks.optional(),
  max: Ranks.optional(),
  dense: Ranks.optional(),
  ordinal: Ranks.optional(),
  average: Ranks.optional(),
})
const Oracle = z.object({ docExamples: z.array(Case), runCases: z.array(Case) })

const numberings = [
  ['min', '1224'],
  ['max', '1334'],
  ['dense', '1223'],
  ['ordinal', '1234'],
  ['average', 'fractional'],
] as const satisfies readonly (readonly [string, RankNumbering])[]

const decimals = (values: readonly (number | null)[]): (Decimal | null)[] =>
  values.map((value) => (value === null ? null : new Decimal(String(value))))

const directions: Record<'asc' | 'desc', RankDirection> = { asc: 'lowest-first', desc: 'highest-first' }

if (!sharedIsThere(PATH)) {
  leftOutWithoutReference('the tie cases')
} else {
  test('numbers ties as pandas, scipy, SQL and the statistics handbooks do', () => {
    const oracle = Oracle.parse(sharedJson(PATH))
    const cases = [...oracle.docExamples, ...oracle.runCases].flatMap((one, index) =>
      numberings.flatMap(([name, numbering]): OracleCase[] => {
        const expected = one[name]
        if (expected === undefined) return []
        const id = `${one.source ?? `run ${index}`} ${name}`
        const got = rankNumbers(decimals(one.values), numbering, directions[one.order])
        const same = JSON.stringify(got) === JSON.stringify(expected)
        return [same ? { id } : { id, differs: `got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}` }]
      }),
    )
    printOracle('ties', cases)
    expect(cases.length).toBeGreaterThan(170)
    expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
  })
}

describe('the numbering of places', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 12 }).map((n) => n / 4)), { maxLength: 40 })
  const shared: RankNumbering[] = ['1224', '1334', '1223', 'fractional']

  test('gives the same place to a subject wherever it stands in the list, unless the order is the rule', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(...shared), fc.nat(), (values, numbering, shift) => {
        const order = values.map((_, index) => (index + shift) % Math.max(1, values.length))
        const turned = order.map((from) => values[from] ?? null)
        const straight = rankNumbers(decimals(values), numbering, 'highest-first')
        const ranks = rankNumbers(decimals(turned), numbering, 'highest-first')
        expect(ranks).toEqual(order.map((from) => straight[from] ?? null))
      }),
    )
  })

  test('counts nobody without a score', () => {
    const values = decimals([90, null, 80])
    for (const numbering of [...shared, '1234'] as const) {
      expect(rankNumbers(values, numbering, 'highest-first')).toEqual([1, null, 2])
    }
  })

  test('tells two scores apart that differ in the thirtieth digit, and none that only print differently', () => {
    const values = [new Decimal('90.0000000000000000000000000001'), new Decimal('90'), new Decimal('90.00')]
    expect(rankNumbers(values, '1224', 'highest-first')).toEqual([1, 2, 2])
  })
})
