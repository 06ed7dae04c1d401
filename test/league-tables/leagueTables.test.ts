import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { PreviousTable, ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import {
  countBottomChildren,
  openWhatIf,
  rankIntervals,
  rollUpValues,
  seededNumbers,
} from '@anjie/domain/league-tables/index'
import { quantile } from '@anjie/domain/ranking/quantile'
import { type ScoreInput, scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataItem, emptyScheme, entries, leaf } from '../scoring/oneRule.ts'

const mark = (scorer: string): ScoringMethod => ({
  method: 'judged',
  scorers: [scorer],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})
const simple = (over: Partial<Scheme> = {}) =>
  emptyScheme({ items: [dataItem('得分')], root: leaf('L', mark('得分')), ...over })
const input = (scheme: Scheme, scores: Readonly<Record<string, string>>): ScoreInput => ({
  scheme,
  subjects: Object.keys(scores).map((code) => ({ code, name: code, group: 'G' })),
  values: Object.entries(scores).flatMap(([code, value]) => entries(code, '得分', value)),
})

describe('rank change against the last published table', () => {
  const previous: PreviousTable = {
    period: '2025',
    rows: [
      { subject: '甲', rank: '1', score: '95', group: 'G' },
      { subject: '旧乙', rank: '2', score: '90', group: 'G' },
      { subject: '丙一', rank: '3', score: '85', group: 'G' },
      { subject: '丙二', rank: '5', score: '80', group: 'G' },
      { subject: '丁', rank: '4', score: '82', group: 'H' },
    ],
    successors: [
      { from: '旧乙', to: '新乙' },
      { from: '丙一', to: '丙' },
      { from: '丙二', to: '丙' },
    ],
  }
  const changes = Object.fromEntries(
    scoreCycle({ ...input(simple(), { 甲: '90', 新乙: '95', 丙: '85', 丁: '80', 戊: '70' }), previous }).subjects.map(
      (row) => [row.subject, row.rankChange],
    ),
  )
  test('renamed: the old rank; merged: the best of the merged; another group or new: no comparison', () =>
    expect(changes).toEqual({ 甲: '-1', 新乙: '1', 丙: '0', 丁: null, 戊: null }))
})

describe('from townships to the county', () => {
  const items = [
    dataItem('纠纷', { rollUp: 'sum' }),
    dataItem('调解员', { rollUp: 'latest', period: 'quarter' }),
    dataItem('命案', { rollUp: 'sum', absentMeans: 'zero' }),
    dataItem('排名', { rollUp: 'none' }),
  ]
  const parentOf = new Map([
    ['镇一', '县'],
    ['镇二', '县'],
  ])
  const roll = (values: Parameters<typeof rollUpValues>[1]) => rollUpValues(items, values, parentOf)
  test('sums add up, stocks take the last figure of each, what has no rule is left alone', () =>
    expect(
      roll([
        ...entries('镇一', '纠纷', '3.5'),
        ...entries('镇二', '纠纷', '4'),
        ...entries('镇一', '调解员', [
          ['2026-Q1', '10'],
          ['2026-Q2', '12'],
        ]),
        ...entries('镇二', '调解员', [['2026-Q1', '7']]),
        ...entries('镇一', '命案', '1'),
        ...entries('镇一', '排名', '2'),
      ]),
    ).toEqual([
      { subject: '县', item: '纠纷', period: '2026', status: 'reported', value: '7.5' },
      { subject: '县', item: '调解员', period: '2026-Q2', status: 'reported', value: '19' },
      { subject: '县', item: '命案', period: '2026', status: 'reported', value: '1' },
    ]))
  test('one township that owes its figure leaves the county 未报, not too small', () =>
    expect(roll(entries('镇一', '纠纷', '3'))).toEqual([
      { subject: '县', item: '纠纷', period: '2026', status: 'missing', note: '1个下级单位未报' },
    ]))
  test('a township that an item does not apply to is passed over', () =>
    expect(roll([...entries('镇一', '纠纷', '3'), ...entries('镇二', '纠纷', 'not-applicable')])).toMatchObject([
      { status: 'reported', value: '3' },
    ]))
})

test('child places: a township in the bottom two of a month counts for its county, equal last places all count', () => {
  const run = scoreCycle(input(simple(), { a: '90', b: '80', c: '70', d: '60', e: '60' }))
  const parentOf = new Map([
    ['a', '甲县'],
    ['b', '甲县'],
    ['c', '乙县'],
    ['d', '乙县'],
    ['e', '丙县'],
  ])
  expect(countBottomChildren([run], parentOf, 2, '月末两位').map((row) => [row.subject, row.value])).toEqual([
    ['丙县', '1'],
    ['乙县', '1'],
    ['甲县', '0'],
  ])
  expect(
    countBottomChildren([scoreCycle(input(simple(), { a: '90', d: '60' }))], parentOf, 2, 'x').map((row) => row.value),
  ).toEqual(['0', '0', '0'])
})

describe('other weights', () => {
  const items = Array.from({ length: 6 }, (_, at) => dataItem(`I${at}`))
  const nested = (kind: 'sum' | 'arithmetic', inner: 'sum' | 'arithmetic' | 'geometric'): SchemeNode => ({
    kind: 'branch',
    code: 'R',
    name: 'R',
    aggregation: kind,
    children: [0, 1].map((half) => ({
      kind: 'branch',
      code: `B${half}`,
      name: `B${half}`,
      aggregation: inner,
      weight: String(half + 1),
      ...(kind === 'sum' ? { points: '60' } : {}),
      children: [0, 1, 2].map((at) =>
        leaf(`L${half * 3 + at}`, mark(`I${half * 3 + at}`), {
          weight: String(at + 1),
          ...(inner === 'sum' ? { points: '20' } : {}),
        }),
      ),
    })),
  })
  const figure = fc.option(
    fc.integer({ min: 1, max: 9999 }).map((whole) => new Decimal(whole).div(100).toString()),
    { freq: 9 },
  )
  const cell = fc.oneof({ weight: 9, arbitrary: figure }, { weight: 1, arbitrary: fc.constant('n/a' as const) })
  const tableOf = (scheme: Scheme, list: readonly (readonly (string | null)[])[]): ScoreInput => ({
    scheme,
    subjects: list.map((_, at) => ({ code: `S${at}`, name: `S${at}`, group: 'G' })),
    values: list.flatMap((row, at) =>
      row.flatMap((value, item) =>
        entries(`S${at}`, `I${item}`, value === null ? 'missing' : value === 'n/a' ? 'not-applicable' : value),
      ),
    ),
  })

  test('without a change, the redrawn table is the official one: scores and ranks, with gaps and what does not apply', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('sum', 'arithmetic'),
        fc.constantFrom('sum', 'arithmetic', 'geometric'),
        fc.constantFrom('any-missing', 'all-missing', 'as-zero'),
        fc.constantFrom('half-up', 'half-even'),
        fc.constantFrom('1224', '1223', '1234', 'fractional'),
        fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (kind, inner, strategy, mode, numbering, list) => {
          const scheme = emptyScheme({
            items,
            root: nested(kind, inner),
            rounding: { mode, digits: 1 },
            ranking: { basis: 'published', numbering, scope: 'group' },
            missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy } },
          })
          const whatIf = openWhatIf(tableOf(scheme, list))
          const official = whatIf.official.subjects.map((row) => [row.subject, row.published, row.rank])
          expect(whatIf.redraw(new Map()).map((row) => [row.subject, row.published, row.rank])).toEqual(official)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a changed weight gives the table of a scheme with that weight, rounded alike to the last digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('0', '0.5', '1.5', '2'),
        fc.constantFrom('half-up', 'half-even'),
        fc.array(
          fc.array(
            fc.integer({ min: 0, max: 400 }).map((quarter) => new Decimal(quarter).div(4).toString()),
            { minLength: 6, maxLength: 6 },
          ),
          { minLength: 2, maxLength: 8 },
        ),
        (factor, mode, list) => {
          const scheme = emptyScheme({ items, root: nested('arithmetic', 'arithmetic'), rounding: { mode, digits: 1 } })
          const changed = structuredClone(scheme)
          const half = changed.root.kind === 'branch' ? changed.root.children[1] : undefined
          const target = half?.kind === 'branch' ? half.children[2] : undefined
          if (target === undefined) throw new Error('no target')
          target.weight = new Decimal(factor).times(target.weight ?? 1).toString()
          const trial = openWhatIf(tableOf(scheme, list)).redraw(new Map([['L5', Number(factor)]]))
          const official = scoreCycle(tableOf(changed, list)).subjects
          expect(trial.map((row) => [row.subject, row.published, row.rank])).toEqual(
            official.map((row) => [row.subject, row.published, row.rank]),
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  test('rank intervals: the same seed gives the same ones, they hold the official rank at no noise, and another seed differs', () => {
    const scheme = emptyScheme({ items, root: nested('arithmetic', 'arithmetic') })
    const uniform = seededNumbers(3)
    const list = Array.from({ length: 20 }, () => Array.from({ length: 6 }, () => (uniform() * 100).toFixed(2)))
    const table = tableOf(scheme, list)
    const noise = { draws: 200, seed: 7, spread: 0.25 }
    const one = rankIntervals(table, noise)
    expect(rankIntervals(table, noise)).toEqual(one)
    expect(rankIntervals(table, { ...noise, seed: 8 })).not.toEqual(one)
    for (const row of one) {
      expect(row.best).toBeLessThanOrEqual(row.low)
      expect(row.low).toBeLessThanOrEqual(row.high)
      expect(row.high).toBeLessThanOrEqual(row.worst)
    }
    for (const row of rankIntervals(table, { ...noise, spread: 0 }))
      expect([row.low, row.high].map(String)).toEqual([row.rank, row.rank])
  })

  test('the seeded numbers are fixed for ever, uniform and inside 0 … 1', () => {
    const uniform = seededNumbers(42)
    const drawn = Array.from({ length: 20_000 }, uniform)
    expect(drawn.slice(0, 3)).toMatchInlineSnapshot(`
      [
        0.6011037519201636,
        0.44829055899754167,
        0.8524657934904099,
      ]
    `)
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true)
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 2)
  })

  test('quantile type 7: 5 % of 1 … 21 is 2', () =>
    expect(
      quantile(
        Array.from({ length: 21 }, (_, at) => at + 1),
        0.05,
      ),
    ).toBe(2))
})
