import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import { describe, expect, test } from 'vitest'
import { dataItem, emptyScheme, entries, leaf, pointsOf, scoreOneRule } from './oneRule.ts'

const yes = (item: string) => ({ item, is: '>=' as const, value: '1' })

describe('the 23 patterns of real assessment notices give the points of their worked examples', () => {
  test('F1 all or nothing: of 4 points, one condition missed leaves 0', () => {
    const scoring: ScoringMethod = { method: 'all_or_nothing', conditions: [yes('编制'), yes('任职')] }
    expect(pointsOf({ scoring, points: '4' }, { 编制: '1', 任职: '1' })).toBe('4')
    expect(pointsOf({ scoring, points: '4' }, { 编制: '1', 任职: '0' })).toBe('0')
  })

  test('F2 per missing item: 3 quarterly meetings of 4 at 0.25 each give 0.75; more than expected earns nothing extra', () => {
    const scoring: ScoringMethod = {
      method: 'per_missing_item',
      required: { kind: 'count', item: '例会', expected: '4', pointsEach: '0.25' },
    }
    expect(pointsOf({ scoring, points: '1' }, { 例会: '3' })).toBe('0.75')
    expect(pointsOf({ scoring, points: '1' }, { 例会: '6' })).toBe('1')
    expect(pointsOf({ scoring, points: '1' }, { 例会: '0' })).toBe('0')
  })

  test('F2 per missing item: 2 points for each missing fund, never below zero', () => {
    const scoring: ScoringMethod = {
      method: 'per_missing_item',
      required: {
        kind: 'list',
        conditions: ['以奖代补', '专项经费', '补贴'].map((item) => ({ ...yes(item), deduct: '2' })),
      },
    }
    expect(pointsOf({ scoring, points: '4' }, { 以奖代补: '1', 专项经费: '0', 补贴: '1' })).toBe('2')
    expect(pointsOf({ scoring, points: '4' }, { 以奖代补: '0', 专项经费: '0', 补贴: '0' })).toBe('0')
  })

  test('F3 per event with a floor: 1 late + 1 concealed on a 1-point item is 0, not −0.5', () => {
    const scoring: ScoringMethod = {
      method: 'per_event_deduct',
      events: [
        { item: '迟报', pointsEach: '0.5' },
        { item: '瞒报', pointsEach: '1' },
      ],
      limit: { kind: 'floor' },
    }
    expect(pointsOf({ scoring, points: '1' }, { 迟报: '1', 瞒报: '0' })).toBe('0.5')
    expect(pointsOf({ scoring, points: '1' }, { 迟报: '1', 瞒报: '1' })).toBe('0')
    expect(pointsOf({ scoring, points: '1' }, { 迟报: '5', 瞒报: '0' })).toBe('0')
  })

  test('F4 per event with a cap: 3 offences at 2.5 are 7.5, capped at 5', () => {
    const scoring: ScoringMethod = {
      method: 'per_event_deduct',
      events: [{ item: '违纪', pointsEach: '2.5' }],
      limit: { kind: 'cap', points: '5' },
    }
    expect(['1', '2', '3'].map((count) => pointsOf({ scoring, points: '0' }, { 违纪: count }))).toEqual([
      '-2.5',
      '-5',
      '-5',
    ])
  })

  test('F5 per event without limit, off the total: 92 less two incidents of 10 is 72', () => {
    const scheme = emptyScheme({
      items: [dataItem('工作分'), dataItem('重大事件')],
      root: {
        kind: 'branch',
        code: 'R',
        name: '总分',
        aggregation: 'sum',
        children: [
          leaf(
            'W',
            { method: 'judged', scorers: ['工作分'], take: 'mean', dropHighest: 0, dropLowest: 0, atLeast: 1 },
            { points: '100' },
          ),
          leaf('D', {
            method: 'per_event_deduct',
            events: [{ item: '重大事件', pointsEach: '10' }],
            limit: { kind: 'none' },
          }),
        ],
      },
    })
    const run = scoreCycle({
      scheme,
      subjects: [{ code: '甲村', name: '甲村', group: 'G' }],
      values: [...entries('甲村', '工作分', '92'), ...entries('甲村', '重大事件', '2')],
    })
    expect(run.subjects[0]?.published).toBe('72.00')
  })

  describe('F6 shortfall slope: 88 % against 96 and 90', () => {
    const slope = (reading: 'progressive' | 'whole-range', wholePointsOnly = false): ScoringMethod => ({
      method: 'shortfall_slope',
      item: '安全感',
      slopes: [
        { below: '96', perPoint: '0.25' },
        { below: '90', perPoint: '0.5' },
      ],
      reading,
      wholePointsOnly,
      limit: { kind: 'cap', points: '5' },
    })
    test('the progressive reading deducts 2.5', () =>
      expect(pointsOf({ scoring: slope('progressive') }, { 安全感: '88' })).toBe('-2.5'))
    test('the whole-range reading deducts 4', () =>
      expect(pointsOf({ scoring: slope('whole-range') }, { 安全感: '88' })).toBe('-4'))
    test('both readings agree down to the second threshold: 96 → 0, 94 → 0.5, 90 → 1.5', () => {
      for (const reading of ['progressive', 'whole-range'] as const)
        expect(['96', '94', '90'].map((value) => pointsOf({ scoring: slope(reading) }, { 安全感: value }))).toEqual([
          '0',
          '-0.5',
          '-1.5',
        ])
    })
    test('the cap of 5 holds', () => expect(pointsOf({ scoring: slope('whole-range') }, { 安全感: '80' })).toBe('-5'))
    test('part of a point counts only where the scheme says so', () => {
      expect(pointsOf({ scoring: slope('progressive') }, { 安全感: '95.5' })).toBe('-0.125')
      expect(pointsOf({ scoring: slope('progressive', true) }, { 安全感: '95.5' })).toBe('0')
    })
  })

  test('F7 shortfall against a reference: mean 84.0, own 81.0 costs 0.75', () => {
    const scoring: ScoringMethod = {
      method: 'shortfall_vs_reference',
      comparisons: [{ item: '知晓率', better: 'higher', reference: { kind: 'item', item: '上年全省平均' } }],
      perPoint: '0.25',
      wholePointsOnly: false,
      limit: { kind: 'cap', points: '5' },
    }
    expect(pointsOf({ scoring }, { 知晓率: '81.0', 上年全省平均: '84.0' })).toBe('-0.75')
    expect(pointsOf({ scoring }, { 知晓率: '85', 上年全省平均: '84.0' })).toBe('0')
  })

  test('F8 bands: a crime rate of 7.4 % costs 6 of 15', () => {
    const scoring: ScoringMethod = {
      method: 'banded',
      item: '发案率',
      effect: 'deduct',
      bands: [
        { to: '6', fromIncluded: true, toIncluded: true, points: '0' },
        { from: '6', to: '7', fromIncluded: false, toIncluded: true, points: '3' },
        { from: '7', to: '8', fromIncluded: false, toIncluded: true, points: '6' },
        { from: '8', fromIncluded: false, toIncluded: true, points: '10' },
      ],
      limit: { kind: 'floor' },
    }
    expect(pointsOf({ scoring, points: '15' }, { 发案率: '7.4' })).toBe('9')
    expect(pointsOf({ scoring, points: '15' }, { 发案率: '7' })).toBe('12')
    expect(pointsOf({ scoring, points: '15' }, { 发案率: '8.01' })).toBe('5')
  })

  test('F9 against the group mean: mean 18.0, own 21.5 costs 1; more than 5 above costs 2; equal costs nothing', () => {
    const scoring: ScoringMethod = {
      method: 'relative_to_average',
      item: '双抢占比',
      reference: { kind: 'constant', value: '18.0', name: '全州平均' },
      difference: 'units',
      effect: 'deduct',
      bands: [
        { to: '0', fromIncluded: false, toIncluded: true, points: '0' },
        { from: '0', to: '5', fromIncluded: false, toIncluded: true, points: '1' },
        { from: '5', fromIncluded: false, toIncluded: false, points: '2' },
      ],
      limit: { kind: 'floor' },
    }
    expect(pointsOf({ scoring, points: '2' }, { 双抢占比: '21.5' })).toBe('1')
    expect(pointsOf({ scoring, points: '2' }, { 双抢占比: '24' })).toBe('0')
    expect(pointsOf({ scoring, points: '2' }, { 双抢占比: '18' })).toBe('2')
  })

  test('F10 monthly ranks with a 5 % step: 3 firsts, 4 seconds, 5 fourths of 30 average to 27.625', () => {
    const ranks = [1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4]
    const scoring: ScoringMethod = {
      method: 'rank_step',
      item: '月排名',
      better: 'lower',
      peers: 'group',
      given: 'rank',
      step: { kind: 'percent', percent: '5' },
      periods: 'each-period',
    }
    const months = ranks.map((rank, index) => [`2026-${String(index + 1).padStart(2, '0')}`, String(rank)] as const)
    expect(pointsOf({ scoring, points: '30', items: { 月排名: { period: 'month' } } }, { 月排名: months })).toBe(
      '27.625',
    )
  })

  test('F11 fixed rank step: full 20, rank 4 at 0.5 per place is 18.5', () => {
    const scoring: ScoringMethod = {
      method: 'rank_step',
      item: '信息量',
      better: 'higher',
      peers: 'group',
      given: 'value',
      step: { kind: 'points', points: '0.5' },
      periods: 'cycle',
    }
    const values = { 甲: { 信息量: '90' }, 乙: { 信息量: '80' }, 丙: { 信息量: '70' }, 丁: { 信息量: '60' } }
    expect(scoreOneRule({ scoring, points: '20', values })['丁']?.points).toBe('18.5')
  })

  test('F12 ratio to the best: 12.6 / 18.0 × 30 = 21', () => {
    const scoring: ScoringMethod = { method: 'ratio_to_best', item: '增长', better: 'higher', peers: 'group' }
    const scores = scoreOneRule({ scoring, points: '30', values: { 甲: { 增长: '12.6' }, 乙: { 增长: '18.0' } } })
    expect(scores['甲']?.points).toBe('21')
    expect(scores['乙']?.points).toBe('30')
  })

  test('F13 difficulty coefficient: 86 × 1.1 = 94.6 beats 92 × 1.0; 95 × 1.1 is held at 100', () => {
    const scoring: ScoringMethod = {
      method: 'judged',
      scorers: ['得分'],
      take: 'mean',
      dropHighest: 0,
      dropLowest: 0,
      atLeast: 1,
    }
    const scores = scoreOneRule({
      scoring,
      points: '100',
      modifiers: [
        {
          kind: 'difficulty',
          coefficient: { kind: 'by-subject', values: { 甲: '1.1', 乙: '1.0', 丙: '1.1' } },
          cap: '100',
        },
      ],
      values: { 甲: { 得分: '86' }, 乙: { 得分: '92' }, 丙: { 得分: '95' } },
    })
    expect([scores['甲']?.points, scores['乙']?.points, scores['丙']?.points]).toEqual(['94.6', '92', '100'])
  })

  test('F14 composite with corrections, then ratio to the best: 76.125 / 84 × 400 = 362.50', () => {
    const scoring: ScoringMethod = {
      method: 'corrected_composite',
      item: '投资率',
      corrections: [
        { item: '增速', minus: { kind: 'item', item: '增速目标' }, factor: '1.5', cap: '5' },
        { item: '差额一', factor: '0.15', cap: '3' },
        { item: '差额二', factor: '0.15', cap: '3' },
      ],
      coefficient: { kind: 'item', item: '难度系数' },
      finally: 'ratio-to-best',
      peers: 'group',
    }
    const scores = scoreOneRule({
      scoring,
      points: '400',
      values: {
        甲: { 投资率: '60', 增速: '10.5', 增速目标: '10', 差额一: '3', 差额二: '-2', 难度系数: '1.25' },
        乙: { 投资率: '84', 增速: '10', 增速目标: '10', 差额一: '0', 差额二: '0', 难度系数: '1' },
      },
    })
    expect(scores['甲']?.points).toBe('362.5')
    expect(scores['甲']?.figures).toContainEqual({ label: '综合值', value: '76.125' })
    expect(scores['乙']?.points).toBe('400')
  })

  test('F15 weighted index with deduction: 0.6×88 + 0.2×95 + 0.2×90 = 89.8, less 0.5 per death', () => {
    const scoring = (deaths: boolean): ScoringMethod => ({
      method: 'weighted_index',
      parts: [
        { item: '刑案', weight: '0.6' },
        { item: '火灾', weight: '0.2' },
        { item: '交通', weight: '0.2' },
      ],
      fullMark: '100',
      deductions: deaths ? [{ item: '死亡', pointsEach: '0.5' }] : [],
    })
    const figures = { 刑案: '88', 火灾: '95', 交通: '90' }
    expect(pointsOf({ scoring: scoring(false) }, figures)).toBe('89.8')
    expect(pointsOf({ scoring: scoring(true) }, { ...figures, 死亡: '3' })).toBe('88.3')
  })

  test('F16 inverse min-max: (3.3 − 1.8) / (3.3 − 0.9) × 100 = 62.5', () => {
    const scoring: ScoringMethod = {
      method: 'min_max',
      item: '发案',
      better: 'lower',
      peers: 'group',
      whenConstant: 'no-score',
    }
    const values = { 甲: { 发案: '1.8' }, 乙: { 发案: '3.3' }, 丙: { 发案: '0.9' } }
    expect(scoreOneRule({ scoring, values })['甲']?.points).toBe('62.5')
  })

  test('F17 rank movement: 12th → 18th costs 1; 10 places down cost 2 and not 3; 5 up earn 0.5; 4 down nothing', () => {
    const scoring: ScoringMethod = {
      method: 'rank_movement',
      currentRank: '今年',
      previousRank: '去年',
      steps: [
        { direction: 'drop', atLeast: '5', points: '1' },
        { direction: 'drop', atLeast: '10', points: '2' },
        { direction: 'rise', atLeast: '5', points: '0.5' },
      ],
    }
    const moved = (before: string, now: string) => pointsOf({ scoring }, { 今年: now, 去年: before })
    expect([moved('12', '18'), moved('8', '13'), moved('8', '18'), moved('8', '12'), moved('18', '12')]).toEqual([
      '-1',
      '-1',
      '-2',
      '0',
      '0.5',
    ])
  })

  test('F17 rank movement against the previous table follows a successor', () => {
    const scoring: ScoringMethod = {
      method: 'rank_movement',
      currentRank: '今年',
      steps: [{ direction: 'drop', atLeast: '5', points: '1' }],
    }
    const rule = {
      scoring,
      values: { 新区: { 今年: '9' }, 外区: { 今年: '9' } },
      previous: {
        period: '2025',
        rows: [{ subject: '旧区', rank: '3', score: '90' }],
        successors: [{ from: '旧区', to: '新区' }],
      },
    }
    expect(scoreOneRule(rule)['新区']?.points).toBe('-1')
    expect(scoreOneRule(rule)['外区']?.status).toBe('not-applicable')
  })

  test('F18 pass-through: the province deducts 20, the city a quarter of it', () => {
    const scoring: ScoringMethod = {
      method: 'pass_through',
      item: '省扣分',
      coefficient: '0.25',
      limit: { kind: 'none' },
    }
    expect(pointsOf({ scoring }, { 省扣分: '20' })).toBe('-5')
    expect(pointsOf({ scoring }, { 省扣分: '8' })).toBe('-2')
  })

  test('F19 multiplier: the second accident of the same kind costs 10, both together 15', () => {
    const scoring: ScoringMethod = {
      method: 'per_event_deduct',
      events: [
        { item: '事故', pointsEach: '5', repeated: { item: '再次发生', factor: '2', when: '同类事件再次发生' } },
      ],
      limit: { kind: 'none' },
    }
    expect(pointsOf({ scoring }, { 事故: '1', 再次发生: '1' })).toBe('-10')
    expect(pointsOf({ scoring }, { 事故: '2', 再次发生: '1' })).toBe('-15')
    expect(scoreOneRule({ scoring, values: { 甲: { 事故: '1', 再次发生: '2' } } })['甲']?.status).toBe('invalid')
  })

  test('F19 multiplier on any rule: the whole deduction is doubled', () => {
    const scoring: ScoringMethod = { method: 'fixed_deduct', item: '事故', points: '5' }
    const modifiers = [
      { kind: 'repeat-multiplier' as const, item: '重大活动', factor: '2', when: '发生在重大活动期间' },
    ]
    expect(pointsOf({ scoring, modifiers }, { 事故: '1', 重大活动: '1' })).toBe('-10')
    expect(pointsOf({ scoring, modifiers }, { 事故: '1', 重大活动: '0' })).toBe('-5')
  })

  test('F20 child results hit the parent: one township, 3 months and the year, costs its county 2.5', () => {
    const scoring: ScoringMethod = {
      method: 'child_rank_spillover',
      tiers: [
        { item: '月末两位', each: 'month', bottom: 2, pointsEach: '0.5' },
        { item: '年末两位', each: 'year', bottom: 2, pointsEach: '1' },
      ],
      limit: { kind: 'none' },
    }
    expect(pointsOf({ scoring }, { 月末两位: '3', 年末两位: '1' })).toBe('-2.5')
  })

  test('F21 mixed sources: 0.3×90 + 0.5×86 + 0.2×92.5 = 88.5; a survey alone converts to 20 points', () => {
    const scoring: ScoringMethod = {
      method: 'survey_convert',
      sources: [
        { item: '平时', share: '0.3', fullMark: '100' },
        { item: '年终', share: '0.5', fullMark: '100' },
        { item: '民调', share: '0.2', fullMark: '100' },
      ],
    }
    expect(pointsOf({ scoring }, { 平时: '90', 年终: '86', 民调: '92.5' })).toBe('88.5')
    const alone: ScoringMethod = { method: 'survey_convert', sources: [{ item: '民调', share: '1', fullMark: '100' }] }
    expect(pointsOf({ scoring: alone, points: '20' }, { 民调: '92.5' })).toBe('18.5')
  })

  test('F22 base and bonus kept apart: base 84 + bonus 20 is not the top grade although the sum is 104', () => {
    const mark = (item: string): ScoringMethod => ({
      method: 'judged',
      scorers: [item],
      take: 'mean',
      dropHighest: 0,
      dropLowest: 0,
      atLeast: 1,
    })
    const scheme = emptyScheme({
      items: [dataItem('基本'), dataItem('加分')],
      root: {
        kind: 'branch',
        code: 'R',
        name: '总分',
        aggregation: 'sum',
        children: [
          leaf('B', mark('基本'), { points: '100' }),
          leaf('P', mark('加分'), { points: '30', part: 'bonus' }),
        ],
      },
      totals: { start: '0', keepApart: true, bonusCap: '30' },
      grades: [
        { code: 'A', name: '优秀', minBase: '85', minBonus: '8' },
        { code: 'B', name: '合格', minBase: '70' },
        { code: 'C', name: '不合格' },
      ],
    })
    const subjects = ['甲', '乙', '丙'].map((code) => ({ code, name: code, group: 'G' }))
    const figures = { 甲: ['84', '20'], 乙: ['85', '8'], 丙: ['69', '30'] } as const
    const run = scoreCycle({
      scheme,
      subjects,
      values: Object.entries(figures).flatMap(([subject, [base, bonus]]) => [
        ...entries(subject, '基本', base),
        ...entries(subject, '加分', bonus),
      ]),
    })
    expect(run.subjects.map((row) => [row.subject, row.published, row.parts?.base, row.grade?.name])).toEqual([
      ['丙', '99.00', '69.00', '不合格'],
      ['乙', '93.00', '85.00', '优秀'],
      ['甲', '104.00', '84.00', '合格'],
    ])
  })

  test('F23 moving average: an index of 84 is “good”, yellow', () => {
    const scoring: ScoringMethod = {
      method: 'moving_average',
      item: '警情',
      better: 'lower',
      comparators: [
        { kind: 'years-mean', years: 3, weight: '0.5' },
        { kind: 'same-period-last-year', weight: '0.3' },
        { kind: 'previous-period', weight: '0.2' },
      ],
      maxIndex: '100',
      bands: [
        { from: '90', fromIncluded: true, toIncluded: false, points: '0', name: '优秀', colour: '绿' },
        { from: '80', to: '90', fromIncluded: true, toIncluded: false, points: '0', name: '良好', colour: '黄' },
        { from: '70', to: '80', fromIncluded: true, toIncluded: false, points: '0', name: '一般', colour: '橙' },
        { to: '70', fromIncluded: true, toIncluded: false, points: '0', name: '较差', colour: '红' },
      ],
      points: 'index-share',
    }
    // 16 % more than each of the three comparators.
    const score = scoreOneRule({
      scoring,
      period: '2026-06',
      items: { 警情: { period: 'month' } },
      values: {
        甲: {
          警情: [
            ['2026-06', '116'],
            ['2025-06', '100'],
            ['2024-06', '100'],
            ['2023-06', '100'],
            ['2026-05', '100'],
          ],
        },
      },
    })['甲']
    expect(score?.points).toBe('84')
    expect(score?.figures).toContainEqual({ label: '等级', value: '良好（黄）' })
  })
})

describe('the four meanings of a veto', () => {
  const scheme = emptyScheme({
    items: [dataItem('得分'), dataItem('否决', { absentMeans: 'zero' })],
    root: leaf(
      'S',
      { method: 'judged', scorers: ['得分'], take: 'mean', dropHighest: 0, dropLowest: 0, atLeast: 1 },
      { points: '100' },
    ),
    grades: [
      { code: 'A', name: '优秀', minScore: '90' },
      { code: 'B', name: '良好', minScore: '80' },
      { code: 'C', name: '合格' },
    ],
  })
  const outcome = (effect: NonNullable<typeof scheme.vetoes>[number]['effect']) => {
    const run = scoreCycle({
      scheme: { ...scheme, vetoes: [{ code: 'V', name: '重大事项', item: '否决', atLeast: '1', effect }] },
      subjects: ['甲', '乙'].map((code) => ({ code, name: code, group: 'G' })),
      values: [...entries('甲', '得分', '95'), ...entries('甲', '否决', '1'), ...entries('乙', '得分', '91')],
    })
    const row = run.subjects.find((entry) => entry.subject === '甲')
    return { published: row?.published, grade: row?.grade?.name, rank: row?.rank, notRanked: row?.notRanked?.code }
  }

  test('eligibility: keeps score and rank, loses the top grade', () =>
    expect(outcome({ kind: 'eligibility', barredGrades: ['A'] })).toEqual({
      published: '95.00',
      grade: '良好',
      rank: '1',
      notRanked: undefined,
    }))
  test('fixed deduction: 30 points off the total', () =>
    expect(outcome({ kind: 'fixed-deduction', points: '30' })).toEqual({
      published: '65.00',
      grade: '合格',
      rank: '2',
      notRanked: undefined,
    }))
  test('disqualification: out of the table, and nobody is shifted', () =>
    expect(outcome({ kind: 'disqualify' })).toEqual({
      published: '95.00',
      grade: undefined,
      rank: null,
      notRanked: 'disqualified',
    }))
  test('downgrade: one grade lower', () =>
    expect(outcome({ kind: 'downgrade', grades: 1 })).toEqual({
      published: '95.00',
      grade: '良好',
      rank: '1',
      notRanked: undefined,
    }))
  test('process trigger: changes nothing but opens a procedure', () =>
    expect(outcome({ kind: 'process', procedure: '一票否决审查' })).toEqual({
      published: '95.00',
      grade: '优秀',
      rank: '1',
      notRanked: undefined,
    }))
})

test('efficacy: 5.81 against 6 … 12 gives 58.73 because the classical form has no floor', () => {
  const scoring: ScoringMethod = {
    method: 'efficacy',
    item: '贡献率',
    better: 'higher',
    satisfactory: { kind: 'constant', value: '12', name: '满意值' },
    unacceptable: { kind: 'constant', value: '6', name: '不允许值' },
    base: '60',
    span: '40',
    clamp: false,
  }
  expect(new Decimal(pointsOf({ scoring }, { 贡献率: '5.81' }) ?? 0).toDecimalPlaces(2).toString()).toBe('58.73')
  expect(pointsOf({ scoring: { ...scoring, clamp: true } }, { 贡献率: '5.81' })).toBe('60')
})

test('judged: of five scorers the highest and lowest are dropped and the rest averaged', () => {
  const scoring: ScoringMethod = {
    method: 'judged',
    scorers: ['评一', '评二', '评三', '评四', '评五'],
    take: 'mean',
    dropHighest: 1,
    dropLowest: 1,
    atLeast: 4,
    fullMark: '100',
  }
  const figures = { 评一: '90', 评二: '80', 评三: '85', 评四: '60', 评五: '99' }
  expect(pointsOf({ scoring, points: '10' }, figures)).toBe('8.5')
  expect(pointsOf({ scoring: { ...scoring, take: 'median' }, points: '10' }, figures)).toBe('8.5')
  expect(pointsOf({ scoring, points: '10' }, { ...figures, 评一: 'missing', 评二: 'missing' })).toBe(null)
})

test('formula: the author’s own expression over items, with the figures put in on the receipt', () => {
  const scoring: ScoringMethod = {
    method: 'formula',
    text: '[化解成功数] / [排查纠纷数] × 20',
    missing: 'any-missing',
    floorZero: true,
    cap: '20',
  }
  const score = scoreOneRule({ scoring, points: '20', values: { 甲: { 化解成功数: '45', 排查纠纷数: '50' } } })['甲']
  expect(score?.points).toBe('18')
  expect(
    scoreOneRule({ scoring, points: '20', values: { 甲: { 化解成功数: '0', 排查纠纷数: '0' } } })['甲']?.status,
  ).toBe('not-applicable')
})

test('ratio per population: 12 cases on 80,000 people are 1.5 per 10,000; nobody there is “not applicable”, not infinity', () => {
  const scoring: ScoringMethod = {
    method: 'ratio_per_population',
    numerator: '案件',
    denominator: '人口',
    per: '10000',
    convert: { kind: 'value' },
  }
  expect(pointsOf({ scoring }, { 案件: '12', 人口: '80000' })).toBe('1.5')
  expect(scoreOneRule({ scoring, values: { 甲: { 案件: '12', 人口: '0' } } })['甲']?.status).toBe('not-applicable')
})

test('composite: parts share one floor; what one part has used up cannot be taken again', () => {
  const scoring: ScoringMethod = {
    method: 'composite',
    parts: [
      { code: 'a', name: '管控', scoring: { method: 'fixed_deduct', item: '管控不力', points: '2' } },
      { code: 'b', name: '市场', scoring: { method: 'fixed_deduct', item: '市场不力', points: '2' } },
      {
        code: 'c',
        name: '安全感',
        scoring: {
          method: 'banded',
          item: '安全感',
          effect: 'deduct',
          bands: [{ to: '80', fromIncluded: true, toIncluded: false, points: '3' }],
          limit: { kind: 'none' },
        },
      },
    ],
    limit: { kind: 'floor' },
  }
  expect(pointsOf({ scoring, points: '5' }, { 管控不力: '0', 市场不力: '0', 安全感: '79.99' })).toBe('2')
  expect(pointsOf({ scoring, points: '5' }, { 管控不力: '0', 市场不力: '0', 安全感: '80' })).toBe('5')
  expect(pointsOf({ scoring, points: '5' }, { 管控不力: '1', 市场不力: '1', 安全感: '79' })).toBe('0')
})
