import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { BranchNode, LeafNode, Modifier, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { openWhatIf } from '@anjie/domain/league-tables/index'
import { checkScheme, checkValues, scoreCycle } from '@anjie/domain/scoring/index'
import { lookAlikes } from '@anjie/domain/scoring/lookAlikes'
import { checkValues as checkFormValues } from '@anjie/domain/submissions/checkValues'
import { formOf } from '@anjie/domain/submissions/form'
import { describe, expect, test } from 'vitest'
import { dataItem, type Entry, emptyScheme, entries, leaf, pointsOf, scoreOneRule } from './oneRule.ts'

// What is unsafe is refused or warned of by name: each test holds the sentence that the office reads.

const mark = (item: string): ScoringMethod => ({
  method: 'judged',
  scorers: [item],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})
const branch = (
  code: string,
  aggregation: BranchNode['aggregation'],
  children: SchemeNode[],
  over: Partial<BranchNode> = {},
): BranchNode => ({ kind: 'branch', code, name: code, aggregation, children, ...over })
const oneLeaf = (scoring: ScoringMethod, over: Partial<LeafNode> = {}, schemeOver: Partial<Scheme> = {}): Scheme =>
  emptyScheme({
    items: [dataItem('率')],
    root: branch('R', 'sum', [leaf('A', scoring, { points: '10', ...over })]),
    ...schemeOver,
  })
const said = (scheme: Scheme, check: string): string[] =>
  checkScheme(scheme).flatMap((finding) =>
    finding.check === check ? [`${finding.severity} ${finding.node} ${finding.message}`] : [],
  )
function valuesOf(figures: Readonly<Record<string, Readonly<Record<string, Entry>>>>): ItemValue[] {
  return Object.entries(figures).flatMap(([code, own]) =>
    Object.entries(own).flatMap(([item, entry]) => entries(code, item, entry)),
  )
}
const subjectsOf = (figures: object) => Object.keys(figures).map((code) => ({ code, name: code, group: 'G' }))

describe('negative counts', () => {
  const deduct: ScoringMethod = {
    method: 'per_event_deduct',
    events: [{ item: '迟报', pointsEach: '2', repeated: { item: '重复', factor: '2', when: '重复发生' } }],
    limit: { kind: 'none' },
  }

  test('three events less than none do not give 16 of 10 points: the figure is invalid, and says why', () => {
    const { 甲: receipt } = scoreOneRule({
      scoring: deduct,
      points: '10',
      values: { 甲: { 迟报: '-3', 重复: '0' } },
    })
    expect(receipt).toMatchObject({ status: 'invalid', points: null })
    expect(receipt?.figures.at(-1)?.value).toBe('迟报为-3，次数、件数和扣分数不能为负数')
  })

  test.each<[string, ScoringMethod, Record<string, Entry>]>([
    ['repeats', deduct, { 迟报: '1', 重复: '-1' }],
    ['bonuses', { method: 'per_event_bonus', events: [{ item: '奖', pointsEach: '1' }] }, { 奖: '-1' }],
    ['a fixed deduction', { method: 'fixed_deduct', item: '件', points: '3' }, { 件: '-1' }],
    [
      'last places',
      {
        method: 'child_rank_spillover',
        tiers: [{ item: '末位', each: 'year', bottom: 2, pointsEach: '1' }],
        limit: { kind: 'none' },
      },
      { 末位: '-1' },
    ],
    [
      'points of a higher level',
      { method: 'pass_through', item: '扣', coefficient: '0.25', limit: { kind: 'none' } },
      { 扣: '-20' },
    ],
    [
      'things that exist',
      { method: 'per_missing_item', required: { kind: 'count', item: '会', expected: '4', pointsEach: '1' } },
      { 会: '-1' },
    ],
    [
      'deductions of an index',
      {
        method: 'weighted_index',
        parts: [{ item: '指数', weight: '1' }],
        fullMark: '100',
        deductions: [{ item: '亡', pointsEach: '1' }],
      },
      { 指数: '90', 亡: '-2' },
    ],
  ])('neither do %s', (_, scoring, figures) => {
    expect(pointsOf({ scoring, points: '10' }, figures)).toBeNull()
  })

  test('nor does a negative number of repeats pass for none', () => {
    const modifiers: Modifier[] = [{ kind: 'repeat-multiplier', item: '重复', factor: '2', when: '重复发生' }]
    expect(pointsOf({ scoring: mark('率'), points: '10', modifiers }, { 率: '8', 重复: '-1' })).toBeNull()
    expect(pointsOf({ scoring: mark('率'), points: '10', modifiers }, { 率: '8', 重复: '0' })).toBe('8')
  })

  test('an item that counts and may be negative by its definition is refused', () => {
    const scheme = oneLeaf(
      { method: 'fixed_deduct', item: '率', points: '3' },
      {},
      { items: [dataItem('率', { min: '-5' })] },
    )
    expect(said(scheme, 'count-negative')).toEqual([
      'error 率 数据项“率”在指标“A”中按次数、件数或扣分数计，最小值却是-5，负数会把扣分变成加分；请把最小值改为0',
    ])
  })
})

describe('limits that contradict each other', () => {
  test('a floor above a cap', () => {
    const modifiers: Modifier[] = [
      { kind: 'floor', points: '5' },
      { kind: 'cap', points: '3' },
    ]
    expect(said(oneLeaf(mark('率'), { modifiers }), 'floor-above-cap')).toEqual([
      'error A 指标“A”规定最低5分，却又规定最高3分，两条修正不能同时做到；请核对下限和上限',
    ])
  })

  test('a deduction cap that leaves more than the cap allows', () => {
    const modifiers: Modifier[] = [
      { kind: 'cap', points: '5' },
      { kind: 'deduction-cap', points: '2' },
    ]
    expect(said(oneLeaf(mark('率'), { modifiers }), 'floor-above-cap')).toEqual([
      'error A 指标“A”规定10分最多扣2分，却又规定最高5分，两条修正不能同时做到；请核对下限和上限',
    ])
  })

  test('a total whose minimum is above its maximum', () =>
    expect(
      said(
        oneLeaf(mark('率'), {}, { totals: { start: '0', keepApart: false, min: '100', max: '60' } }),
        'minimum-above-maximum',
      ),
    ).toEqual(['error  总分下限100分高于总分上限60分，请核对后改正其一']))

  test('a scale the wrong way round, or without width', () => {
    const scaled = (from: string, to: string): ScoringMethod => ({
      method: 'min_max',
      item: '率',
      better: 'higher',
      peers: 'group',
      scale: { from, to },
      whenConstant: 'half',
    })
    expect(said(oneLeaf(scaled('10', '0')), 'scale-order')).toEqual([
      'error A 指标“A”：计分区间下限10高于上限0，好的反而得分低；请对调，数值越低越好的在“方向”里写明',
    ])
    expect(said(oneLeaf(scaled('5', '5')), 'scale-order')).toEqual([
      'error A 指标“A”：计分区间下限、上限都是5，各单位得分都会相同；请改正其一',
    ])
    expect(said(oneLeaf(scaled('0', '10')), 'scale-order')).toEqual([])
  })
})

describe('grades that ask for single nodes', () => {
  const asking = (node: string, points: string, over: Partial<Scheme> = {}) =>
    oneLeaf(mark('率'), {}, { grades: [{ code: 'Y', name: '优秀', minNodes: [{ node, points }] }], ...over })

  test('that do not exist', () =>
    expect(said(asking('X9', '5'), 'node-undefined')).toEqual([
      'error Y 等次“优秀”要求的指标“X9”不存在，任何单位都评不上；请改为方案中的指标代码，或删去这一条件',
    ]))

  test('that a group does not assess', () =>
    expect(
      said(
        asking('A', '5', { groups: [{ code: 'G', name: '二类县', overrides: [{ node: 'A', excluded: true }] }] }),
        'grade-node-excluded',
      ),
    ).toEqual(['warning Y 等次“优秀”要求指标“A”不低于5分，分组“二类县”却不考评此指标，该组没有单位能评上']))

  test('that are not worth as much', () =>
    expect(said(asking('A', '12'), 'grade-unreachable')).toEqual([
      'warning Y 等次“优秀”要求指标“A”不低于12分，该指标只有10分',
    ]))
})

test('an item named like another’s code is refused: formulas and imports would take the wrong figure', () => {
  const scheme = oneLeaf(
    mark('A1'),
    {},
    { items: [dataItem('A1', { name: '发案数' }), dataItem('B2', { name: 'Ａ1' })] },
  )
  expect(said(scheme, 'name-is-code')).toEqual([
    'error B2 数据项“Ａ1”（代码B2）的名称正是数据项“发案数”的代码，公式和导入表会取错数；请改名',
  ])
})

describe('a child of weight 0', () => {
  const scheme = (aggregation: BranchNode['aggregation'], weight: string) =>
    emptyScheme({
      items: [dataItem('甲数'), dataItem('乙数')],
      root: branch('R', aggregation, [leaf('A', mark('甲数'), { weight: '1' }), leaf('B', mark('乙数'), { weight })]),
      missing: {
        leaf: 'no-score',
        notApplicable: 'redistribute',
        branch: { strategy: 'any-missing', minShare: '0.6' },
      },
      ranking: { basis: 'published', numbering: '1224', scope: 'group', minDataShare: '0.6' },
    })
  const figures = { 甲: { 甲数: '80' } }
  const input = (one: Scheme) => ({ scheme: one, subjects: subjectsOf(figures), values: valuesOf(figures) })

  test.each(['arithmetic', 'geometric', 'harmonic'] as const)(
    'that is missing neither brings its parent down nor lowers the share of data: %s mean',
    (aggregation) => {
      const [row] = scoreCycle(input(scheme(aggregation, '0'))).subjects
      expect(row).toMatchObject({ published: '80.00', rank: '1', dataShare: '1' })
      expect(scoreCycle(input(scheme(aggregation, '1'))).subjects[0]?.published).toBeNull()
    },
  )

  test('below a heading of weight 0 neither, while in a sum every child counts', () => {
    const inside = emptyScheme({
      items: [dataItem('甲数'), dataItem('乙数')],
      root: branch('R', 'arithmetic', [
        leaf('A', mark('甲数')),
        branch('H', 'arithmetic', [leaf('B', mark('乙数'))], { weight: '0' }),
      ]),
    })
    expect(scoreCycle(input(inside)).subjects[0]?.dataShare).toBe('1')
    const summed = emptyScheme({
      items: [dataItem('甲数'), dataItem('乙数')],
      root: branch('R', 'sum', [
        leaf('A', mark('甲数'), { points: '100' }),
        leaf('B', mark('乙数'), { weight: '0', points: '10' }),
      ]),
    })
    expect(scoreCycle(input(summed)).subjects[0]?.dataShare).toBe('0.5')
  })

  test('is left out in the same way where weights are tried', () => {
    const whatIf = openWhatIf(input(scheme('arithmetic', '0')))
    expect(whatIf.redraw(new Map([['A', 1.5]]))[0]?.published).toBe('80.00')
  })
})

describe('weights that are tried', () => {
  test('a score of which nothing is left in exact numbers is none, though doubles still see some of it', () => {
    const marks = ['甲数', '乙数', '丙数'].map((item, at) => leaf(`S${at}`, mark(item)))
    const scheme = emptyScheme({
      items: ['甲数', '乙数', '丙数', '丁数'].map((name) => dataItem(name)),
      root: branch('R', 'geometric', [
        branch('S', 'sum', marks, { weight: '0.01' }),
        leaf('D', mark('丁数'), { weight: '1' }),
      ]),
    })
    const figures = { 甲: { 甲数: '0.1', 乙数: '0.2', 丙数: '-0.15', 丁数: '100' } }
    const [table] = openWhatIf({ scheme, subjects: subjectsOf(figures), values: valuesOf(figures) }).tables
    // Twice the third is exactly what the others give together; in doubles 5.6e-17 is left.
    const scored = (weight: number) =>
      table?.scores(
        new Map([
          ['S2', 2],
          ['D', weight],
        ]),
      )
    const border = 70.125
    let [low, high] = [0.01, 2]
    for (let step = 0; step < 200; step += 1) {
      const middle = (low + high) / 2
      const total = scored(middle)?.totals[0] ?? 0
      if (Number.isNaN(total)) break
      if (total < border) low = middle
      else high = middle
    }
    expect(scored((low + high) / 2)?.totals[0]).toBeNaN()
    expect(scored((low + high) / 2)?.published[0]).toBeNaN()
  })
})

describe('multipliers', () => {
  const difficulty = (value: string): Modifier => ({ kind: 'difficulty', coefficient: { kind: 'constant', value } })
  const penalty: ScoringMethod = {
    method: 'per_event_deduct',
    events: [{ item: '率', pointsEach: '2' }],
    limit: { kind: 'none' },
  }

  test('that make a pure deduction heavier are refused', () => {
    const scheme = emptyScheme({
      items: [dataItem('率')],
      root: branch('R', 'sum', [leaf('A', penalty, { modifiers: [difficulty('1.2')] })]),
    })
    expect(said(scheme, 'multiplier-worsens')).toEqual([
      'error A 指标“A”只会扣分，乘难度系数（最大1.2）会扣得更重，与难度系数照顾困难单位的本意相反；请去掉系数，或改用不大于1的系数',
    ])
  })

  test('that may meet a negative score are warned of, unless a floor stands before them', () => {
    expect(said(oneLeaf(penalty, { modifiers: [difficulty('1.2')] }), 'multiplier-worsens')).toEqual([
      'warning A 指标“A”可能得负分，那时乘难度系数（最大1.2）会扣得更重；请在乘系数之前先规定“最低0分”',
    ])
    expect(
      said(oneLeaf(penalty, { modifiers: [{ kind: 'floor', points: '0' }, difficulty('1.2')] }), 'multiplier-worsens'),
    ).toEqual([])
    expect(said(oneLeaf(penalty, { modifiers: [difficulty('0.9')] }), 'multiplier-worsens')).toEqual([])
    const reported: Modifier = { kind: 'difficulty', coefficient: { kind: 'item', item: '率' } }
    expect(said(oneLeaf(penalty, { modifiers: [reported] }), 'multiplier-worsens')[0]).toContain('（可能大于1）')
  })

  test('for repeats that take less are warned of', () => {
    const modifiers: Modifier[] = [{ kind: 'repeat-multiplier', item: '率', factor: '0.5', when: '重复发生' }]
    expect(said(oneLeaf(mark('率'), { modifiers }), 'multiplier-lightens')).toEqual([
      'warning A 指标“A”“重复发生”按0.5倍扣分，倍数小于1反而少扣；加倍请填大于1的数',
    ])
    const rate: ScoringMethod = {
      ...penalty,
      events: [{ item: '率', pointsEach: '2', repeated: { item: '率', factor: '0', when: '被曝光' } }],
    }
    expect(said(oneLeaf(rate), 'multiplier-lightens')).toEqual([
      'warning A 指标“A”：率“被曝光”按0倍扣分，倍数小于1反而少扣；加倍请填大于1的数',
    ])
  })
})

describe('values', () => {
  const scheme = oneLeaf(
    { method: 'per_event_deduct', events: [{ item: '件', pointsEach: '1' }], limit: { kind: 'floor' } },
    {},
    { items: [dataItem('件', { period: 'month', overTime: 'sum', absentMeans: 'zero' }), dataItem('率')] },
  )
  const row = (subject: string, item: string, period: string, value = '1'): ItemValue => ({
    subject,
    item,
    period,
    status: 'reported',
    value,
  })
  const problemsOf = (values: readonly ItemValue[], subjects?: readonly string[]) =>
    checkValues(scheme, values, subjects === undefined ? undefined : new Set(subjects), { period: '2026' }).map(
      ({ severity, message }) => `${severity} ${message}`,
    )

  test('a negative count is refused where it is entered, in the file and in the form', () => {
    expect(problemsOf([row('甲', '件', '2026', '-3')])).toEqual([
      'error 第1行：数据项“件”为-3，在指标“A”中按次数、件数或扣分数计，不能为负数；请核对后填0或正数',
    ])
    const form = formOf(scheme, { year: 2026, dataFrom: PlainDate.parse('2026-01-01'), rollUp: undefined }, 'subject')
    const refused = checkFormValues(form, [{ item: '件', period: '2026-01', status: 'reported', value: '-3' }])
    expect(refused?.detail).toBe('件不能小于0，填写的是-3')
    expect(problemsOf([row('甲', '率', '2026', '-3')])).toEqual([])
  })

  test('a year’s row beside monthly rows: nobody would know which counts', () => {
    expect(problemsOf([row('甲', '件', '2026-01'), row('甲', '件', '2026'), row('甲', '件', '2026-02')])).toEqual([
      'error 第2行：“甲”的数据项“件”既有2026的数（第2行），又有其中2026-01的数（第1行），不知道以哪个为准；请只留一种',
    ])
    expect(problemsOf([row('甲', '件', '2026-Q1'), row('甲', '件', '2026-03')])).toHaveLength(1)
    expect(problemsOf([row('甲', '件', '2026-Q1'), row('甲', '件', '2026-04'), row('乙', '件', '2026')])).toEqual([])
    expect(problemsOf([row('甲', '件', '2025'), row('甲', '件', '2026-04')])).toEqual([])
  })

  test('values of another year only are refused; some of another year are warned of', () => {
    expect(problemsOf([row('甲', '件', '2025'), row('乙', '率', '2024')])).toEqual([
      'error 第1行：全部数值都是2024、2025的，没有一个属于考评期2026；请核对数据的期间，或改考评期',
    ])
    expect(
      problemsOf([
        row('甲', '率', '2026'),
        row('乙', '率', '2025'),
        row('丙', '率', '2025'),
        row('甲', '件', '2025-12'),
      ]),
    ).toEqual([
      'warning 第2行：“乙”等2个单位的数据项“率”只有2025的数，没有考评期2026的，本期按未报计；请核对期间',
      'warning 第4行：“甲”的数据项“件”只有2025-12的数，没有考评期2026的，本期按0计；请核对期间',
    ])
    expect(problemsOf([row('甲', '率', '2026'), row('甲', '率', '2025')])).toEqual([])
  })

  test.each([
    ['a full-width digit', '甲１乡', '甲1乡'],
    ['a space', '甲 乡', '甲乡'],
    ['an ideographic space', '甲\u3000乡', '甲乡'],
    ['an invisible character', '甲\u200b乡', '甲乡'],
    ['a combining character', '甲\u0301乡', '甲乡'],
    ['another way to write one', 'e\u0301', '\u00e9'],
  ])('subjects that differ only by %s', (_, written, listed) => {
    const [problem, ...more] = problemsOf([row(written, '率', '2026')], [listed])
    expect(problem).toBe(
      `error 第1行：对象“${written}”与考评对象“${listed}”只差全角半角、空格、附加符号或看不见的字符；请改成一样的写法`,
    )
    expect(more).toEqual([])
    expect(lookAlikes([listed, written])[0]?.message).toBe(
      `对象“${written}”与“${listed}”只差全角半角、空格、附加符号或看不见的字符，应是同一单位；请统一写法`,
    )
    expect(lookAlikes(['甲乡', '乙乡', '甲乡'])).toEqual([])
  })
})
