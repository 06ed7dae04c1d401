import { Decimal } from '@anjie/kernel'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { compareDecisions } from '../exact/decisions.ts'
import { ruleCases } from '../exact/ruleCases.ts'

/** Some thousands with every run of the suite; `pnpm test:exact` asks for a million. */
const DECISIONS = Number(process.env['EXACT_DECISIONS'] ?? 20_000)
const SEED = Number(process.env['EXACT_SEED'] ?? 1)
const SUITE = 20_000

describe('points, roundings, bands, lines, grades and ranks', () => {
  test('are those of exact fractions', { timeout: 60_000 + DECISIONS * 5 }, () => {
    const { wrong, kinds, close, tables, decisions } = compareDecisions(DECISIONS, SEED)
    if (DECISIONS > SUITE)
      console.log(
        [
          `exact: ${decisions} decisions in ${tables} tables from seed ${SEED}, ${close} close ones made on fractions, ${wrong.length === 0 ? 'none' : 'some'} wrong`,
          ...[...kinds].toSorted().map(([kind, count]) => `exact: ${String(count).padStart(7)} ${kind}`),
        ].join('\n'),
      )
    expect(wrong).toEqual([])
    for (const kind of [
      ...Object.keys(ruleCases),
      'sum',
      'arithmetic',
      'harmonic',
      'bands',
      'quota',
      'veto',
      'round in between',
    ])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(10)
    expect(close).toBeGreaterThan(100)
  })
})

describe('the comparison itself', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('finds an error of one unit in the last place of a quotient', () => {
    const divided = Decimal.prototype.div
    vi.spyOn(Decimal.prototype, 'div').mockImplementation(function (this: Decimal, by) {
      const quotient = divided.call(this, by)
      return quotient.origin === null
        ? quotient
        : new Decimal({ small: Number.NaN, large: quotient.large + 1n, places: quotient.places, origin: null })
    })
    expect(compareDecisions(SUITE, 1).wrong).not.toEqual([])
  })
})
