import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { ScoreRun } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { describe, expect, test } from 'vitest'
import { dataItem, emptyScheme, entries, leaf, pointsOf, scoreOneRule } from './oneRule.ts'

// Figures that lie exactly on a border after a division that does not end: decided by a remainder in the last digit, they fall to
// the wrong side.

const goalposts = (item: string, high: string): ScoringMethod => ({
  method: 'goalposts',
  item,
  better: 'higher',
  low: '0',
  high,
  truncate: true,
  logarithmic: false,
})
const mark = (item: string): ScoringMethod => ({
  method: 'judged',
  scorers: [item],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})

function run(
  children: readonly SchemeNode[],
  figures: Readonly<Record<string, Readonly<Record<string, string>>>>,
  over: Partial<Scheme> = {},
  aggregation: 'sum' | 'arithmetic' | 'geometric' = 'sum',
): ScoreRun {
  const codes = [...new Set(Object.values(figures).flatMap(Object.keys))]
  const values: ItemValue[] = Object.entries(figures).flatMap(([subject, own]) =>
    Object.entries(own).flatMap(([item, value]) => entries(subject, item, value)),
  )
  return scoreCycle({
    scheme: emptyScheme({
      items: codes.map((code) => dataItem(code)),
      root: { kind: 'branch', code: 'R', name: 'R', aggregation, children: [...children] },
      ...over,
    }),
    subjects: Object.keys(figures).map((code) => ({ code, name: code, group: 'G' })),
    values,
  })
}

const shown = ({ subjects }: ScoreRun) =>
  Object.fromEntries(subjects.map(({ subject, published, rank }) => [subject, `${published} 第${rank}`]))

describe('a score on a border', () => {
  test('rounds and ranks as the exact sum: 20 ÷ 3 + 2.5 ÷ 12 is 6.875', () => {
    const leaves = [
      leaf('A', goalposts('a', '3'), { points: '20' }),
      leaf('B', goalposts('b', '12'), { points: '2.5' }),
    ]
    const table = run([...leaves, leaf('C', mark('c'), { points: '10' })], {
      除: { a: '1', b: '1', c: '0' },
      直: { a: '0', b: '0', c: '6.875' },
      低: { a: '0', b: '0', c: '6.874' },
    })
    expect(shown(table)).toEqual({ 除: '6.88 第1', 直: '6.88 第1', 低: '6.87 第3' })
    expect(table.subjects.find((row) => row.subject === '除')?.exact).toBe('6.875')
  })

  test('rounds a geometric mean of equal figures as that figure: 50.5 at 0 digits is 51', () => {
    const leaves = ['A', 'B', 'C'].map((code) => leaf(code, mark(code)))
    const table = run(
      leaves,
      { 甲: { A: '50.5', B: '50.5', C: '50.5' } },
      { rounding: { mode: 'half-up', digits: 0 } },
      'geometric',
    )
    expect(table.subjects[0]?.published).toBe('51')
  })

  test.each(['exact', 'published'] as const)('ties three thirds with a whole, ranked on the %s score', (basis) => {
    const third = (code: string) => leaf(code, goalposts(code, '3'), { points: '1' })
    const table = run(
      [third('A'), third('B'), third('C'), leaf('D', mark('D'), { points: '1' })],
      {
        三: { A: '1', B: '1', C: '1', D: '0' },
        整: { A: '0', B: '0', C: '0', D: '1' },
        末: { A: '0', B: '0', C: '0', D: '0.99' },
      },
      { ranking: { basis, numbering: '1224', scope: 'group' } },
    )
    expect(shown(table)).toEqual({ 三: '1.00 第1', 整: '1.00 第1', 末: '0.99 第3' })
  })

  test.each(['arithmetic', 'geometric', 'sum'] as const)(
    'gives permutations of one row the same rank, score and text under a %s',
    (aggregation) => {
      const leaves = ['A', 'B', 'C'].map((code) => leaf(code, goalposts(code, '7'), { points: '1' }))
      const table = run(
        leaves,
        {
          一: { A: '1', B: '2', C: '4' },
          二: { A: '4', B: '1', C: '2' },
          三: { A: '2', B: '4', C: '1' },
          四: { A: '1', B: '1', C: '1' },
        },
        { ranking: { basis: 'exact', numbering: '1224', scope: 'group' } },
        aggregation,
      )
      expect(table.subjects.map(({ rank }) => rank).toSorted()).toEqual(['1', '1', '1', '4'])
      expect(new Set(table.subjects.filter(({ rank }) => rank === '1').map(({ exact }) => exact)).size).toBe(1)
    },
  )

  test('breaks a tie by the exact score under 1、2、3、4, and by the code where that is equal too', () => {
    const leaves = [leaf('A', goalposts('a', '3'), { points: '1' }), leaf('B', mark('b'), { points: '1' })]
    const table = run(
      leaves,
      { 乙: { a: '1', b: '0' }, 甲: { a: '0', b: '0.333333333333333333333333333333' }, 丙: { a: '1', b: '0' } },
      { ranking: { basis: 'published', numbering: '1234', scope: 'group' } },
    )
    expect(shown(table)).toEqual({ 丙: '0.33 第1', 乙: '0.33 第2', 甲: '0.33 第3' })
  })
})

describe('a band', () => {
  const above50: ScoringMethod = {
    method: 'relative_to_average',
    item: 'x',
    reference: { kind: 'peer-mean', peers: 'group' },
    difference: 'percent',
    effect: 'award',
    bands: [
      { to: '50', fromIncluded: false, toIncluded: true, points: '1' },
      { from: '50', fromIncluded: false, toIncluded: false, points: '2' },
    ],
    limit: { kind: 'none' },
  }

  test('5 against the mean of 5, 4 and 1 is exactly +50 %: not above 50', () => {
    const { 甲: receipt } = scoreOneRule({
      scoring: above50,
      points: '2',
      values: { 甲: { x: '5' }, 乙: { x: '4' }, 丙: { x: '1' } },
    })
    expect(receipt?.points).toBe('1')
    expect(receipt?.figures).toContainEqual({ label: '相差百分比', value: '50' })
  })

  test('a receipt never says ≈50 of what is above 50', () => {
    const { 甲: receipt } = scoreOneRule({
      scoring: above50,
      points: '2',
      values: { 甲: { x: '5.00000000000001' }, 乙: { x: '4' }, 丙: { x: '1' } },
    })
    expect(receipt?.points).toBe('2')
    expect(receipt?.figures).toContainEqual({ label: '相差百分比', value: '≈50.0000000000001' })
  })

  test('a moving average at exactly 90 is not below 90, and reads 90', () => {
    const scoring: ScoringMethod = {
      method: 'moving_average',
      item: 'x',
      better: 'higher',
      comparators: [{ kind: 'years-mean', years: 3, weight: '1' }],
      maxIndex: '200',
      bands: [
        { to: '90', fromIncluded: false, toIncluded: false, points: '1' },
        { from: '90', fromIncluded: true, toIncluded: false, points: '2' },
      ],
      points: 'award',
    }
    // 3 against the mean of 3, 3 and 4.
    const before = (now: string) =>
      [
        ['2026', now],
        ['2025', '3'],
        ['2024', '3'],
        ['2023', '4'],
      ] as const
    const { 甲: at, 乙: below } = scoreOneRule({
      scoring,
      points: '2',
      values: { 甲: { x: before('3') }, 乙: { x: before('2.99999999999999') } },
    })
    expect(at?.points).toBe('2')
    expect(at?.figures).toContainEqual({ label: '综合指数', value: '90' })
    expect(below?.points).toBe('1')
    expect(below?.figures).toContainEqual({ label: '综合指数', value: '89.9999999999997' })
  })
})

describe('what a line compares', () => {
  const leaves = [leaf('A', goalposts('a', '3'), { points: '100' })]
  const graded = (gradeBasis: 'published' | 'exact' | undefined, figure: string) =>
    run(
      leaves,
      { 甲: { a: figure } },
      {
        grades: [
          { code: 'A', name: '优秀', minScore: '66.67', minBase: '66.67', minNodes: [{ node: 'A', points: '66.67' }] },
          { code: 'B', name: '良好' },
        ],
        totals: { start: '0', keepApart: true },
        ranking: {
          basis: 'published',
          numbering: '1224',
          scope: 'group',
          ...(gradeBasis === undefined ? {} : { gradeBasis }),
        },
      },
    )

  test('all lines of a grade the published figure, unless the scheme says otherwise; and the table says so', () => {
    expect(graded(undefined, '2').subjects[0]?.grade?.code).toBe('A')
    expect(graded('published', '2').subjects[0]?.grade?.code).toBe('A')
    expect(graded('exact', '2').subjects[0]?.grade?.code).toBe('B')
    expect(graded(undefined, '2').notes).toContain(
      '等次的各项分数线均与公布得分比较（总分、基本分、加分和单项得分同样修约后再比）。',
    )
    expect(graded('exact', '2').notes).toContain('等次的各项分数线均与未修约的得分比较。')
  })

  test('a data share is counted and not rounded: two of three do not pass 0.66668', () => {
    const table = (minDataShare: string) =>
      run(
        ['a', 'b', 'c'].map((code) => leaf(code, mark(code), { points: '1' })),
        { 甲: { a: '1', b: '1' }, 乙: { a: '1', b: '1', c: '1' } },
        { ranking: { basis: 'published', numbering: '1224', scope: 'group', minDataShare } },
      ).subjects.find((row) => row.subject === '甲')
    expect(table('0.66668')?.notRanked).toEqual({
      code: 'too-little-data',
      reason: '数据不足，不参加排名：有数据的指标2项，不足应有3项的66.668%',
    })
    expect(table('0.66666')?.notRanked).toBeNull()
  })
})

describe('a started point', () => {
  const slope = (startedPoint?: 'dropped' | 'whole'): ScoringMethod => ({
    method: 'shortfall_slope',
    item: 'x',
    slopes: [{ below: '96', perPoint: '0.25' }],
    reading: 'progressive',
    wholePointsOnly: true,
    ...(startedPoint === undefined ? {} : { startedPoint }),
    limit: { kind: 'none' },
  })

  test.each([
    [undefined, '93.5', '9.5'],
    ['dropped', '93.5', '9.5'],
    ['whole', '93.5', '9.25'],
    ['whole', '94', '9.5'],
    ['whole', '95.99', '9.75'],
    ['whole', '96', '10'],
  ] as const)('counted as %s at %s leaves %s', (startedPoint, value, points) => {
    expect(pointsOf({ scoring: slope(startedPoint), points: '10' }, { x: value })).toBe(points)
  })

  test('of a difference to a mean that does not end, too', () => {
    const scoring = (startedPoint: 'dropped' | 'whole'): ScoringMethod => ({
      method: 'shortfall_vs_reference',
      comparisons: [{ item: 'x', better: 'higher', reference: { kind: 'peer-mean', peers: 'group' } }],
      perPoint: '1',
      wholePointsOnly: true,
      startedPoint,
      limit: { kind: 'floor' },
    })
    // The mean is 10 ÷ 3; 1 lies 2⅓ below it. The hint is rounded up to what can be entered and is enough.
    const values = { 甲: { x: '1' }, 乙: { x: '4' }, 丙: { x: '5' } }
    const whole = scoreOneRule({ scoring: scoring('whole'), points: '10', values })['甲']
    expect(whole?.points).toBe('7')
    expect(whole?.next).toBe('x达到参照值3.3334，可不扣分')
    expect(whole?.clause).toContain('不足1个点按1个点计')
    expect(scoreOneRule({ scoring: scoring('dropped'), points: '10', values })['甲']?.points).toBe('8')
  })
})
