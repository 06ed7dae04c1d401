import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { Better, ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'
import { dataItem, emptyScheme, entries, leaf, pointsOf, scoreOneRule } from './oneRule.ts'

const peers = { peers: 'group', whenConstant: 'no-score' } as const
const unit = { scale: { from: '0', to: '1' } } as const

/** Points of several subjects under one rule, in the given order; four decimals are enough to tell rules apart. */
function column(scoring: ScoringMethod, figures: readonly (string | null)[], points?: string): (string | null)[] {
  const names = figures.map((_, at) => `S${at}`)
  const scores = scoreOneRule({
    scoring,
    ...(points === undefined ? {} : { points }),
    values: Object.fromEntries(figures.map((value, at) => [`S${at}`, { X: value ?? ('missing' as const) }])),
  })
  return names.map((name) => {
    const own = scores[name]?.points ?? null
    return own === null ? null : new Decimal(own).toDecimalPlaces(4).toString()
  })
}
const head = (better: Better = 'higher') => ({ item: 'X', better }) as const

describe('normalisations against the peers', () => {
  test('z-score uses the sample deviation: 2, 4, 6 on mean 50, deviation 10 are 40, 50, 60', () => {
    const rule = (better: Better): ScoringMethod => ({
      method: 'z_score',
      ...head(better),
      mean: '50',
      deviation: '10',
      ...peers,
    })
    expect(column(rule('higher'), ['2', '4', '6', null])).toEqual(['40', '50', '60', null])
    expect(column(rule('lower'), ['2', '4', '6'])).toEqual(['60', '50', '40'])
  })

  test('percentile rank counts who is strictly worse', () =>
    expect(column({ method: 'percentile_rank', ...head(), ...peers, ...unit }, ['3', '7', '7', '1', '5'])).toEqual([
      '0.25',
      '0.75',
      '0.75',
      '0',
      '0.5',
    ]))

  test.each([
    ['min', ['2', '4', '4', '1', '3']],
    ['max', ['2', '5', '5', '1', '3']],
    ['average', ['2', '4.5', '4.5', '1', '3']],
    ['first', ['2', '4', '5', '1', '3']],
  ] as const)('rank points, ties %s', (ties, expected) =>
    expect(
      column({ method: 'rank_points', ...head(), peers: 'group', form: 'rank', ties }, ['3', '7', '7', '1', '5']),
    ).toEqual(expected),
  )

  test('distances to the best, to a target and to a benchmark', () => {
    expect(column({ method: 'distance_to_max', ...head(), ...peers, ...unit }, ['3', '7', '1'])).toEqual([
      '0.3333',
      '1',
      '0',
    ])
    expect(
      column({ method: 'distance_to_target', ...head(), target: '5', capAtTarget: true, ...peers, ...unit }, [
        '3',
        '7',
        '1',
      ]),
    ).toEqual(['0.5', '1', '0'])
    expect(
      column({ method: 'distance_to_target', ...head(), target: '5', capAtTarget: false, ...peers, ...unit }, [
        '3',
        '7',
        '1',
      ]),
    ).toEqual(['0.5', '1.5', '0'])
    expect(
      column(
        {
          method: 'distance_to_reference',
          ...head(),
          referenceSubject: 'S0',
          capAtReference: false,
          ...peers,
          ...unit,
        },
        ['3', '7', '1'],
      ),
    ).toEqual(['1', '3', '0'])
  })

  test('a constant column has the outcome that the scheme states', () => {
    const rule = (whenConstant: 'no-score' | 'full' | 'half' | 'zero'): ScoringMethod => ({
      method: 'min_max',
      ...head(),
      peers: 'group',
      whenConstant,
    })
    expect(
      (['no-score', 'full', 'half', 'zero'] as const).map((when) => column(rule(when), ['4', '4'], '10')[0]),
    ).toEqual([null, '10', '5', '0'])
  })

  test('ratio to the best where lower is better and the best is 0: the best has full points, everybody else none', () =>
    expect(column({ method: 'ratio_to_best', ...head('lower'), peers: 'group' }, ['0', '5', '0'], '10')).toEqual([
      '10',
      '0',
      '10',
    ]))
})

test('goalposts: plain, reversed, held within the posts, and logarithmic', () => {
  const posts = (over: { better?: Better; truncate?: boolean; logarithmic?: boolean }): ScoringMethod => ({
    method: 'goalposts',
    item: 'X',
    better: over.better ?? 'higher',
    low: '10',
    high: '1000',
    truncate: over.truncate ?? true,
    logarithmic: over.logarithmic ?? false,
    ...unit,
  })
  expect(column(posts({}), ['505', '5', '2000'])).toEqual(['0.5', '0', '1'])
  expect(column(posts({ better: 'lower' }), ['505', '5'])).toEqual(['0.5', '1'])
  expect(column(posts({ truncate: false }), ['1990'])).toEqual(['2'])
  expect(column(posts({ logarithmic: true }), ['100', '0'])).toEqual(['0.5', null])
})

test('five grades: 8 % against good 9.5 (0.8) and average 1.7 (0.6), weight 20, is 15.2308', () => {
  const scoring: ScoringMethod = {
    method: 'efficacy_grades',
    ...head(),
    standards: [
      { name: '良好', value: '9.5', coefficient: '0.8' },
      { name: '平均', value: '1.7', coefficient: '0.6' },
    ],
  }
  expect(column(scoring, ['8', '9.5', '20', '1.69'], '20')).toEqual(['15.2308', '16', '16', '0'])
})

test('corrections stay within their caps: 10 × 1.5 is held at 5, −40 × 0.15 at −3', () => {
  const scoring: ScoringMethod = {
    method: 'corrected_composite',
    item: '投资率',
    corrections: [
      { item: '增速差', factor: '1.5', cap: '5' },
      { item: '差额', factor: '0.15', cap: '3' },
    ],
    coefficient: { kind: 'constant', value: '1' },
    finally: 'none',
    peers: 'group',
  }
  expect(pointsOf({ scoring }, { 投资率: '60', 增速差: '10', 差额: '-40' })).toBe('62')
})

test('both ends of a band belong where the scheme says', () => {
  const bands = (included: boolean): ScoringMethod => ({
    method: 'banded',
    item: '率',
    effect: 'award',
    bands: [
      { from: '80', fromIncluded: included, toIncluded: false, points: '10' },
      { to: '80', fromIncluded: false, toIncluded: !included, points: '5' },
    ],
    limit: { kind: 'none' },
  })
  expect(
    ['80', '79.99', '80.01'].map((value) => pointsOf({ scoring: bands(true), points: '10' }, { 率: value })),
  ).toEqual(['10', '5', '10'])
  expect(
    ['80', '79.99', '80.01'].map((value) => pointsOf({ scoring: bands(false), points: '10' }, { 率: value })),
  ).toEqual(['5', '5', '10'])
})

test('points handed on by what does not apply scale what was earned, not pure deductions', () => {
  const mark = (item: string): ScoringMethod => ({
    method: 'judged',
    scorers: [item],
    take: 'mean',
    dropHighest: 0,
    dropLowest: 0,
    atLeast: 1,
  })
  const children: SchemeNode[] = [
    leaf('A', mark('一'), { points: '60' }),
    leaf('B', mark('二'), { points: '40' }),
    leaf('D', { method: 'per_event_deduct', events: [{ item: '事件', pointsEach: '5' }], limit: { kind: 'none' } }),
  ]
  const scheme = emptyScheme({
    items: ['一', '二', '事件'].map((code) => dataItem(code)),
    root: { kind: 'branch', code: 'R', name: 'R', aggregation: 'sum', children },
  })
  const run = scoreCycle({
    scheme,
    subjects: [{ code: '甲', name: '甲', group: 'G' }],
    values: [...entries('甲', '一', '54'), ...entries('甲', '二', 'not-applicable'), ...entries('甲', '事件', '2')],
  })
  expect(run.subjects[0]?.published).toBe('80.00')
})

test('every receipt names its figures, and what would have given more', () => {
  const score = scoreOneRule({
    scoring: {
      method: 'shortfall_slope',
      item: 'X',
      slopes: [{ below: '96', perPoint: '0.25' }],
      reading: 'progressive',
      wholePointsOnly: false,
      limit: { kind: 'floor' },
    },
    points: '5',
    items: { X: { name: '群众安全感', unit: '%' } },
    values: { 甲: { X: '94' } },
  })['甲']
  expect(score).toEqual({
    node: 'N',
    status: 'scored',
    raw: [{ item: 'X', name: '群众安全感', unit: '%', period: '2026', status: 'reported', value: '94' }],
    figures: [
      { label: '群众安全感', value: '94' },
      { label: '低于目标部分×每点0.25分', value: '2×0.25' },
      { label: '扣分', value: '0.5' },
    ],
    points: '4.5',
    fullPoints: '5',
    lost: '0.5',
    clause: '群众安全感低于96%的，每降低1个百分点扣0.25分；扣完为止。',
    next: '群众安全感达到96%，可不扣分',
  })
})
