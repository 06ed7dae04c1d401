import type { LeafNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { schemeLimits } from '@anjie/contracts/vocabulary/schemes/schemeLimits'
import type { Band, ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { SCORING_METHOD_CODES } from '@anjie/contracts/vocabulary/scoring/index'
import { checkScheme, scoringRules } from '@anjie/domain/scoring/index'
import { describe, expect, test } from 'vitest'
import { dataItem, emptyScheme, leaf } from './oneRule.ts'

const sum = (children: SchemeNode[], points?: string): SchemeNode => ({
  kind: 'branch',
  code: 'R',
  name: '总分',
  aggregation: 'sum',
  children,
  ...(points === undefined ? {} : { points }),
})
const mark = (scorer: string): ScoringMethod => ({
  method: 'judged',
  scorers: [scorer],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})
const banded = (bands: Band[], effect: 'deduct' | 'award' = 'award'): ScoringMethod => ({
  method: 'banded',
  item: '率',
  effect,
  bands,
  limit: { kind: 'none' },
})
const schemeOf = (scoring: ScoringMethod, over: Partial<LeafNode> = {}, schemeOver: Partial<Scheme> = {}): Scheme =>
  emptyScheme({
    items: [dataItem('率', { unit: '%' })],
    root: sum([leaf('A', scoring, { points: '10', ...over })]),
    ...schemeOver,
  })
const checks = (scheme: Scheme, severity?: string) =>
  checkScheme(scheme).flatMap((finding) =>
    severity === undefined || finding.severity === severity ? [finding.check] : [],
  )

test('every method of the vocabulary has its rule, with a Chinese name', () => {
  expect(Object.keys(scoringRules).toSorted()).toEqual([...SCORING_METHOD_CODES].toSorted())
  for (const rule of Object.values(scoringRules)) expect(rule.title).toMatch(/^[\u4e00-\u9fff]{2,}$/)
})

describe('bands', () => {
  const from = (value: string, fromIncluded: boolean, points: string): Band => ({
    from: value,
    fromIncluded,
    toIncluded: false,
    points,
  })
  const to = (value: string, toIncluded: boolean, points: string): Band => ({
    to: value,
    fromIncluded: false,
    toIncluded,
    points,
  })

  test('“80 and above” against “80 or less”: the boundary belongs to both', () =>
    expect(checks(schemeOf(banded([from('80', true, '10'), to('80', true, '5')])), 'error')).toContain('band-boundary'))
  test('“above 80” against “below 80”: the boundary belongs to neither', () =>
    expect(checks(schemeOf(banded([from('80', false, '10'), to('80', false, '5')])), 'error')).toContain(
      'band-boundary',
    ))
  test('one side only is right', () =>
    expect(checks(schemeOf(banded([from('80', true, '10'), to('80', false, '5')])))).toEqual([]))
  test('a gap between awarding bands is an error, between deducting bands a warning', () => {
    const gap = [from('90', true, '10'), to('80', true, '5')]
    expect(checks(schemeOf(banded(gap)), 'error')).toContain('band-gap')
    expect(checks(schemeOf(banded(gap, 'deduct')), 'warning')).toContain('band-gap')
  })
  test('overlaps and empty bands are errors', () => {
    expect(checks(schemeOf(banded([from('70', true, '10'), to('80', true, '5')])), 'error')).toContain('band-overlap')
    expect(
      checks(schemeOf(banded([{ from: '80', to: '70', fromIncluded: true, toIncluded: true, points: '1' }])), 'error'),
    ).toContain('band-empty')
  })
  test('a band that awards more than the item is worth', () =>
    expect(checks(schemeOf(banded([from('0', true, '11')])), 'error')).toContain('band-above-points'))
})

describe('points and totals', () => {
  test('children that do not add up to their heading', () =>
    expect(
      checks(
        emptyScheme({ items: [dataItem('率')], root: sum([leaf('A', mark('率'), { points: '10' })], '20') }),
        'error',
      ),
    ).toEqual(['children-sum']))
  test('a maximum that no figure can reach', () =>
    expect(checks(schemeOf(banded([{ fromIncluded: false, toIncluded: false, points: '8' }])))).toContain(
      'maximum-unreachable',
    ))
  test('an awarding item without points in a sum', () =>
    expect(
      checks(
        emptyScheme({
          items: [dataItem('率')],
          root: sum([leaf('A', { method: 'ratio_to_best', item: '率', better: 'higher', peers: 'group' })]),
        }),
        'error',
      ),
    ).toContain('points-missing'))
  test('“until nothing is left” on an item without points can never deduct', () =>
    expect(
      checks(
        emptyScheme({
          items: [dataItem('率')],
          root: sum([
            leaf('A', {
              method: 'per_event_deduct',
              events: [{ item: '率', pointsEach: '1' }],
              limit: { kind: 'floor' },
            }),
          ]),
        }),
        'error',
      ),
    ).toEqual(['floor-without-points']))
  test('a difficulty coefficient without a cap may pass the full mark', () => {
    const modifiers = [{ kind: 'difficulty' as const, coefficient: { kind: 'constant' as const, value: '1.1' } }]
    expect(checks(schemeOf(mark('率'), { modifiers }))).toContain('maximum-exceeded')
    expect(
      checks(
        schemeOf(mark('率'), {
          modifiers: [{ kind: 'difficulty', coefficient: { kind: 'constant', value: '1.1' }, cap: '10' }],
        }),
      ),
    ).toEqual([])
  })
  test('a grade that cannot be reached, and grades out of order', () => {
    const grades = (first: string, second: string) => [
      { code: 'A', name: '优秀', minScore: first },
      { code: 'B', name: '良好', minScore: second },
      { code: 'C', name: '其他' },
    ]
    expect(checks(schemeOf(mark('率'), {}, { grades: grades('90', '5') }))).toEqual(['grade-unreachable'])
    expect(checks(schemeOf(mark('率'), {}, { grades: grades('5', '8') }), 'error')).toEqual(['grade-order'])
  })
  test('base and bonus asked by a grade but not kept apart', () =>
    expect(checks(schemeOf(mark('率'), {}, { grades: [{ code: 'A', name: '优秀', minBonus: '8' }] }), 'error')).toEqual(
      ['parts-not-apart'],
    ))
})

describe('references', () => {
  test('undefined and unused items', () => {
    const scheme = emptyScheme({ items: [dataItem('闲置')], root: sum([leaf('A', mark('没有'), { points: '1' })]) })
    expect(checks(scheme, 'error')).toEqual(['item-undefined'])
    expect(checks(scheme, 'warning')).toEqual(['item-unused'])
  })
  test('a formula names its unknown item and its mistakes', () => {
    const formula = (text: string): ScoringMethod => ({
      method: 'formula',
      text,
      missing: 'any-missing',
      floorZero: true,
      cap: '10',
    })
    expect(checks(schemeOf(formula('[没有] × 2')), 'error')).toEqual(['item-undefined'])
    expect(checks(schemeOf(formula('[率] × ')), 'error')[0]).toMatch(/^formula\./)
  })
  test('caps, vetoes, quotas and coefficients that point nowhere', () => {
    const scheme = schemeOf(
      mark('率'),
      { modifiers: [{ kind: 'difficulty', coefficient: { kind: 'by-group', values: { X: '1' } } }] },
      {
        capGroups: [{ code: 'C', name: '限', limits: 'deductions', points: '5', nodes: ['没有', 'R'] }],
        vetoes: [
          {
            code: 'V',
            name: '否决',
            item: '率',
            atLeast: '1',
            effect: { kind: 'eligibility', barredGrades: ['没有'] },
          },
        ],
        quotas: [{ grade: '没有', group: 'Y', limit: { kind: 'share', share: '30' }, tie: 'include' }],
      },
    )
    expect(checks(scheme, 'error').toSorted()).toEqual(
      [
        'cap-on-branch',
        'coefficient-missing',
        'grade-undefined',
        'grade-undefined',
        'group-undefined',
        'group-undefined',
        'node-undefined',
        'quota-share',
      ].toSorted(),
    )
  })
  test('the same code twice', () =>
    expect(
      checks(
        emptyScheme({
          items: [dataItem('率')],
          root: sum([leaf('A', mark('率'), { points: '1' }), leaf('A', mark('率'), { points: '1' })]),
        }),
        'error',
      ),
    ).toContain('duplicate-node'))
})

describe('the 2024 burden-relief rule', () => {
  test.each([
    ['媒体发稿数量', 'burden-relief.press-coverage'],
    ['获领导批示', 'burden-relief.leaders-comments'],
    ['平台签到次数', 'burden-relief.app-activity'],
  ])('“%s” is named as a warning, once', (name, check) =>
    expect(checks(schemeOf(mark('率'), { name }), 'warning')).toEqual([check]),
  )
  test('photos as evidence', () =>
    expect(checks(schemeOf(mark('率'), { evidence: ['活动照片'] }), 'warning')).toEqual(['burden-relief.traces']))
})

describe('size', () => {
  test('ten thousand nodes are refused by name of the limit, quickly', () => {
    const children = Array.from({ length: 10_000 }, (_, at) => leaf(`L${at}`, mark('率'), { points: '1' }))
    const scheme = { ...schemeOf(mark('率')), root: sum(children) }
    expect(checks(scheme, 'error')).toContain('too-many-nodes')
  })
  test('a hostile depth gets an answer and no stack overflow', () => {
    let root: SchemeNode = leaf('L', mark('率'), { points: '1' })
    for (let at = 0; at < 10_000; at += 1)
      root = { kind: 'branch', code: `B${at}`, name: 'B', aggregation: 'sum', children: [root] }
    expect(checks({ ...schemeOf(mark('率')), root }, 'error')).toContain('too-many-nodes')
    expect(schemeLimits.depth).toBeLessThan(20)
  })
})

describe('last places that are counted by themselves', () => {
  const spillover: ScoringMethod = {
    method: 'child_rank_spillover',
    tiers: [{ item: '率', each: 'year', bottom: 2, pointsEach: '1' }],
    limit: { kind: 'none' },
  }
  const counted = (bottom: number, over: Parameters<typeof dataItem>[1] = {}) =>
    schemeOf(spillover, {}, { items: [dataItem('率', { bottomOf: { subjectKind: 'township', bottom }, ...over })] })

  test('are counted among as many, and over the same periods, as the rule says', () => {
    expect(checks(counted(2))).not.toContain('bottom-differs')
    expect(checks(counted(3), 'error')).toContain('bottom-differs')
    expect(checks(counted(2, { period: 'month' }), 'error')).toContain('bottom-differs')
  })

  test('have one origin: a formula beside the count is an error', () => {
    expect(checks(counted(2, { formula: '1' }), 'error')).toContain('item-two-origins')
  })
})
