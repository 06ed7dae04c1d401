import type { BranchNode, LeafNode, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { leagueWorkbook } from '@anjie/documents/leagueWorkbook'
import { openWhatIf } from '@anjie/domain/league-tables/index'
import { leagueRows } from '@anjie/domain/league-tables/leagueRows'
import { clauseOf, type ScoreInput, scoreCycle } from '@anjie/domain/scoring/index'
import { receiptText } from '@anjie/local/score/receiptText'
import { scoreTable } from '@anjie/local/score/scoreTable'
import { Workbook } from 'exceljs'
import { describe, expect, test } from 'vitest'
import { dataItem, type Entry, emptyScheme, entries, leaf, scoreOneRule } from './oneRule.ts'

// What a scheme may choose where texts are silent: each choice with its default, which is what was published before, and where
// it is printed.

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
type Figures = Readonly<Record<string, Readonly<Record<string, Entry>>>>
const inputOf = (scheme: Scheme, figures: Figures, groupOf: (code: string) => string = () => 'G'): ScoreInput => ({
  scheme,
  subjects: Object.keys(figures).map((code) => ({ code, name: code, group: groupOf(code) })),
  values: Object.entries(figures).flatMap(([code, own]) =>
    Object.entries(own).flatMap(([item, entry]) => entries(code, item, entry)),
  ),
})
const rowsOf = (input: ScoreInput) => Object.fromEntries(scoreCycle(input).subjects.map((row) => [row.subject, row]))

describe('a veto whose figure is not reported', () => {
  const scheme = (veto?: 'mark' | 'hold', over: Partial<Scheme> = {}) =>
    emptyScheme({
      items: [dataItem('率'), dataItem('命案')],
      root: leaf('A', mark('率')),
      vetoes: [
        {
          code: 'V',
          name: '发生命案',
          item: '命案',
          atLeast: '1',
          effect: { kind: 'eligibility', barredGrades: ['Y'] },
        },
      ],
      grades: [
        { code: 'Y', name: '优秀', minScore: '90' },
        { code: 'H', name: '合格' },
      ],
      missing: {
        leaf: 'no-score',
        notApplicable: 'redistribute',
        branch: { strategy: 'all-missing' },
        ...(veto === undefined ? {} : { veto }),
      },
      ...over,
    })
  const figures: Figures = {
    甲: { 率: '99' },
    乙: { 率: '95', 命案: '0' },
    丙: { 率: '94', 命案: 'invalid' },
    丁: { 率: '93', 命案: 'not-applicable' },
  }
  const REMARK = '否决事项“发生命案”待核（命案未报），名次和等次以核实为准'

  test('is marked wherever the unit stands first as 优秀: in the table, the receipt, the workbook and on the command line', async () => {
    const input = inputOf(scheme(), figures)
    const run = scoreCycle(input)
    const row = run.subjects.find(({ subject }) => subject === '甲')
    expect(row).toMatchObject({ rank: '1', grade: { code: 'Y' } })
    expect(row?.openVetoes).toEqual([{ veto: 'V', name: '发生命案', reason: '命案未报' }])
    expect(run.subjects.map(({ openVetoes }) => openVetoes?.[0]?.reason)).toEqual([
      undefined,
      '命案数据无效',
      undefined,
      '命案未报',
    ])
    const table = leagueRows(input.scheme, run, [])
    expect(table[0]?.remarks).toEqual([REMARK])
    expect(table.find(({ subject }) => String(subject) === '乙')).not.toHaveProperty('remarks')
    const workbook = new Workbook()
    await workbook.xlsx.load(
      (
        await leagueWorkbook({
          title: '榜单',
          basis: '',
          seal: undefined,
          groups: [{ code: 'G', name: '全部' }],
          rows: table,
        })
      ).buffer as ArrayBuffer,
    )
    expect(workbook.worksheets[0]?.getCell(4, 9).value).toBe(REMARK)
    expect(scoreTable(run)).toContain(REMARK)
    expect(row === undefined ? '' : receiptText(run, row, input.scheme)).toContain(REMARK)
    expect(run.notes).toContain('否决事项没有数据的，照常排名定等并注明“待核”，以核实为准。')
  })

  test('is held where the scheme says so: no place, no grade, until it is reported', () => {
    const run = scoreCycle(inputOf(scheme('hold'), figures))
    const rows = Object.fromEntries(run.subjects.map((row) => [row.subject, row]))
    expect(rows['甲']).toMatchObject({
      rank: null,
      grade: null,
      published: '99.00',
      notRanked: { code: 'held', reason: '否决事项“发生命案”待核（命案未报），暂缓排名定等' },
    })
    expect(rows['乙']).toMatchObject({ rank: '1', grade: { code: 'Y' } })
    expect(rows['丙']?.notRanked?.code).toBe('held')
    expect(rows['丁']?.rank).toBe('2')
    expect(run.notes).toContain('否决事项没有数据的，暂缓排名定等，核实后补排。')
  })

  test('of a register where no entry means zero is no doubt', () => {
    const register = scheme('hold', { items: [dataItem('率'), dataItem('命案', { absentMeans: 'zero' })] })
    const run = scoreCycle(inputOf(register, { 甲: { 率: '99' } }))
    expect(run.subjects[0]).toMatchObject({ rank: '1' })
    expect(run.subjects[0]).not.toHaveProperty('openVetoes')
  })
})

describe('who is not ranked', () => {
  const scheme = (ranking: Partial<Scheme['ranking']>, over: Partial<Scheme> = {}) =>
    emptyScheme({
      items: [dataItem('率'), dataItem('否决', { absentMeans: 'zero' })],
      root: leaf('A', { method: 'ratio_to_best', item: '率', better: 'higher', peers: 'group' }),
      vetoes: [{ code: 'V', name: '重大事项', item: '否决', atLeast: '1', effect: { kind: 'disqualify' } }],
      ranking: { basis: 'published', numbering: '1224', scope: 'group', ...ranking },
      ...over,
    })
  const figures: Figures = { 甲: { 率: '100', 否决: '1' }, 乙: { 率: '80' }, 丙: { 率: '40' } }

  test('counts as best without the setting, and not with it; the note says which', () => {
    const before = scoreCycle(inputOf(scheme({}), figures))
    expect(before.subjects.map(({ published }) => published)).toEqual(['40.00', '80.00', '100.00'])
    expect(before.notes).toContain(
      '取消资格、暂缓和数据不足的单位不占名次、计入组均分；取消资格和不考评的单位作为最优值、平均值等的参照。',
    )
    const after = scoreCycle(inputOf(scheme({ unrankedAsPeer: 'left-out' }), figures))
    expect(after.subjects.map(({ published }) => published)).toEqual(['50.00', '100.00', '125.00'])
    expect(after.notes.join()).toContain('取消资格和不考评的单位不作为最优值、平均值等的参照。')
  })

  test('is left out of every rule that compares: means, places, percentiles, ratios, group means', () => {
    const rules: readonly [ScoringMethod, string, string][] = [
      [{ method: 'rank_points', item: '率', better: 'higher', peers: 'group', form: 'rank', ties: 'first' }, '2', '2'],
      [
        {
          method: 'rank_step',
          item: '率',
          better: 'higher',
          peers: 'group',
          given: 'value',
          step: { kind: 'points', points: '1' },
          periods: 'cycle',
        },
        '9',
        '10',
      ],
      [{ method: 'percentile_rank', item: '率', better: 'higher', peers: 'group', whenConstant: 'half' }, '5', '10'],
      [{ method: 'min_max', item: '率', better: 'lower', peers: 'group', whenConstant: 'half' }, '3.3', '0'],
      [
        {
          method: 'relative_to_average',
          item: '率',
          reference: { kind: 'peer-best', peers: 'group' },
          difference: 'units',
          effect: 'award',
          bands: [
            { to: '0', fromIncluded: false, toIncluded: false, points: '1' },
            { from: '0', fromIncluded: true, toIncluded: false, points: '10' },
          ],
          limit: { kind: 'none' },
        },
        '1',
        '10',
      ],
    ]
    for (const [scoring, counted, leftOut] of rules) {
      const root = leaf('A', scoring, { points: '10' })
      const points = (ranking: Partial<Scheme['ranking']>) =>
        rowsOf(inputOf(scheme(ranking, { root }), figures))['乙']?.nodes[0]?.points?.slice(0, 3)
      expect([scoring.method, points({}), points({ unrankedAsPeer: 'left-out' })]).toEqual([
        scoring.method,
        counted,
        leftOut,
      ])
    }
  })

  test('nor is a group compared with where it is not assessed, or whose group the scheme does not know', () => {
    const toBest = (code: string): SchemeNode =>
      leaf(code, { method: 'ratio_to_best', item: '率', better: 'higher', peers: 'all' }, { points: '50' })
    const root = branch('R', 'sum', [toBest('A'), toBest('B')])
    const groups = [
      { code: 'G', name: '一类', overrides: [] },
      { code: 'H', name: '二类', overrides: [{ node: 'A', excluded: true }] },
    ]
    // 甲 is the best that stands in the scheme, but A is not assessed in its group; nobody knows the group of 丙.
    const all: Figures = { 甲: { 率: '100' }, 乙: { 率: '80' }, 丙: { 率: '200' } }
    const group = (code: string) => (code === '甲' ? 'H' : code === '丙' ? '没有' : 'G')
    const points = (ranking: Partial<Scheme['ranking']>) =>
      rowsOf(inputOf(scheme(ranking, { root, groups }), all, group))
        ['乙']?.nodes.slice(1)
        .map((node) => node.points)
    expect(points({})).toEqual(['20', '20'])
    expect(points({ unrankedAsPeer: 'left-out' })).toEqual(['50', '40'])
  })

  test('takes a place or frees it, in the table and where weights are tried', () => {
    const ranks = (ranking: Partial<Scheme['ranking']>) => {
      const input = inputOf(scheme(ranking), figures)
      const official = scoreCycle(input).subjects.map(({ subject, rank }) => `${subject}${rank}`)
      expect(
        openWhatIf(input)
          .redraw(new Map())
          .map(({ subject, rank }) => `${subject}${rank}`),
      ).toEqual(official)
      return official
    }
    expect(ranks({})).toEqual(['丙2', '乙1', '甲null'])
    expect(ranks({ unrankedTakesPlace: 'counted' })).toEqual(['丙3', '乙2', '甲null'])
  })

  test('counts in the mean of its group, and in what a quota is a share of, or not', () => {
    const graded = {
      grades: [
        { code: 'Y', name: '优秀' },
        { code: 'H', name: '合格' },
      ],
      quotas: [{ grade: 'Y', limit: { kind: 'share' as const, share: '0.34' }, tie: 'include' as const }],
    }
    const run = (ranking: Partial<Scheme['ranking']>) => scoreCycle(inputOf(scheme(ranking, graded), figures))
    expect(run({}).groups[0]).toMatchObject({ mean: '73.33', highest: '100.00' })
    expect(run({ unrankedInMean: 'left-out' }).groups[0]).toMatchObject({ mean: '60.00', highest: '80.00' })
    const best = (one: ReturnType<typeof run>) => one.subjects.filter(({ grade }) => grade?.code === 'Y').length
    expect(best(run({}))).toBe(1)
    const leftOut = run({ unrankedInQuota: 'left-out' })
    expect(best(leftOut)).toBe(0)
    expect(leftOut.notes.join()).toContain('不计入名额基数')
  })
})

describe('equal figures under percentiles', () => {
  const percentile = (equal?: 'not-passed' | 'half' | 'passed'): ScoringMethod => ({
    method: 'percentile_rank',
    item: '率',
    better: 'higher',
    peers: 'group',
    whenConstant: 'half',
    ...(equal === undefined ? {} : { equal }),
  })
  const figures: Figures = { 甲: { 率: '9' }, 乙: { 率: '9' }, 丙: { 率: '9' }, 丁: { 率: '5' }, 戊: { 率: '10' } }

  test.each([
    [undefined, '25', '不算差于本单位'],
    ['not-passed', '25', '不算差于本单位'],
    ['half', '50', '按一半算差于本单位'],
    ['passed', '75', '算作差于本单位'],
  ] as const)('count as the scheme says (%s), and the clause and the receipt say so', (equal, points, words) => {
    const scoring = percentile(equal)
    const { 甲: receipt } = scoreOneRule({ scoring, points: '100', values: figures })
    expect(receipt?.points).toBe(points)
    expect(receipt?.clause).toContain(`数值相同的${words}`)
    expect(receipt?.figures).toContainEqual({ label: `与本单位相同的（${words}）`, value: '2' })
  })
})

describe('points of what does not apply against a group’s cap', () => {
  const scheme = (order?: 'cap-first' | 'scale-first') => {
    const deduct = (code: string, over: Partial<LeafNode> = {}) =>
      leaf(
        code,
        { method: 'per_event_deduct', events: [{ item: code, pointsEach: '1' }], limit: { kind: 'floor' } },
        { points: '10', ...over },
      )
    return emptyScheme({
      items: ['A', 'B', 'C', 'D'].map((code) => dataItem(code)),
      root: branch('R', 'sum', [
        branch('S', 'sum', [deduct('A'), deduct('B')], { points: '20' }),
        deduct('C'),
        deduct('D'),
      ]),
      capGroups: [
        {
          code: 'K',
          name: '三率',
          limits: 'deductions',
          points: '5',
          nodes: ['A', 'B', 'C'],
          ...(order === undefined ? {} : { order }),
        },
      ],
    })
  }
  // B and D do not apply: A counts for 20 of S, and S and C for 40 of 40.
  const figures: Figures = { 甲: { A: '4', B: 'not-applicable', C: '9', D: 'not-applicable' } }

  test('the cap first: its five points are scaled with the rest and take more off', () => {
    const run = scoreCycle(inputOf(scheme(), figures))
    expect(run.subjects[0]?.exact).toBe('28')
    expect(run.notes).toContain('“三率”：有指标不适用时，先按合计限额，再随同级指标一并分摊。')
    expect(rowsOf(inputOf(scheme('cap-first'), figures))['甲']?.exact).toBe('28')
  })

  test('shared out first: five points are what the total loses', () => {
    const run = scoreCycle(inputOf(scheme('scale-first'), figures))
    expect(run.subjects[0]?.published).toBe('35.00')
    expect(run.notes).toContain('“三率”：有指标不适用时，先把其分值分摊给同级指标，再按合计限额。')
    const capped = run.subjects[0]?.nodes.find(({ node }) => node === 'A')
    expect(capped?.figures.at(-1)?.label).toBe('“三率”分摊后合计限扣5分，本项计')
  })

  test('where everything applies, both are the same', () => {
    const all: Figures = { 甲: { A: '4', B: '3', C: '9', D: '0' } }
    expect(rowsOf(inputOf(scheme(), all))['甲']?.exact).toBe('35')
    expect(rowsOf(inputOf(scheme('scale-first'), all))['甲']?.exact).toBe('35')
  })
})

describe('nothing divided by nothing', () => {
  const WORDS = { full: '得满分', zero: '得0分', 'no-score': '不计分', 'not-applicable': '按不适用处理' } as const
  const outcomes = ['full', 'zero', 'no-score', 'not-applicable'] as const
  const rules: readonly [
    string,
    (whenZero?: (typeof outcomes)[number]) => ScoringMethod,
    Figures,
    (typeof outcomes)[number],
  ][] = [
    [
      'ratio to the best',
      (whenZero) => ({
        method: 'ratio_to_best',
        item: '率',
        better: 'higher',
        peers: 'group',
        ...(whenZero && { whenZero }),
      }),
      { 甲: { 率: '0' }, 乙: { 率: '0' } },
      'full',
    ],
    [
      'ratio to the best, lower is better',
      (whenZero) => ({
        method: 'ratio_to_best',
        item: '率',
        better: 'lower',
        peers: 'group',
        ...(whenZero && { whenZero }),
      }),
      { 甲: { 率: '0' }, 乙: { 率: '5' } },
      'full',
    ],
    [
      'rate per population',
      (whenZero) => ({
        method: 'ratio_per_population',
        numerator: '率',
        denominator: '人口',
        per: '100',
        convert: { kind: 'min-max', better: 'higher', peers: 'group', whenConstant: 'half' },
        ...(whenZero && { whenZero }),
      }),
      { 甲: { 率: '0', 人口: '0' }, 乙: { 率: '5', 人口: '10' } },
      'not-applicable',
    ],
    [
      'percentage of a reference',
      (whenZero) => ({
        method: 'relative_to_average',
        item: '率',
        reference: { kind: 'constant', value: '0', name: '上年' },
        difference: 'percent',
        effect: 'deduct',
        bands: [{ fromIncluded: false, toIncluded: false, points: '1' }],
        limit: { kind: 'none' },
        ...(whenZero && { whenZero }),
      }),
      { 甲: { 率: '0' }, 乙: { 率: '5' } },
      'no-score',
    ],
    [
      'efficacy coefficient',
      (whenZero) => ({
        method: 'efficacy',
        item: '率',
        better: 'higher',
        satisfactory: { kind: 'peer-best', peers: 'group' },
        unacceptable: { kind: 'peer-worst', peers: 'group' },
        base: '60',
        span: '40',
        clamp: false,
        ...(whenZero && { whenZero }),
      }),
      { 甲: { 率: '7' }, 乙: { 率: '7' } },
      'no-score',
    ],
    [
      'corrected composite',
      (whenZero) => ({
        method: 'corrected_composite',
        item: '率',
        corrections: [],
        coefficient: { kind: 'constant', value: '1' },
        finally: 'ratio-to-best',
        peers: 'group',
        ...(whenZero && { whenZero }),
      }),
      { 甲: { 率: '0' }, 乙: { 率: '0' } },
      'no-score',
    ],
  ]

  test.each(rules)('%s: the answer is the scheme’s, in the clause and on the receipt', (_, rule, values, otherwise) => {
    for (const chosen of [undefined, ...outcomes]) {
      const { 甲: receipt } = scoreOneRule({ scoring: rule(chosen), points: '10', values })
      const outcome = chosen ?? otherwise
      const expected = { full: '10', zero: '0', 'no-score': null, 'not-applicable': null }[outcome]
      expect([chosen, receipt?.points]).toEqual([chosen, expected])
      if (expected === null) {
        expect(receipt?.status).toBe(outcome)
        expect(receipt?.figures[0]?.value).toMatch(/不计分|不适用/)
      } else expect(receipt?.figures[0]?.value).toBe(WORDS[outcome])
      expect(receipt?.clause).toContain(WORDS[outcome])
    }
  })

  test('nothing of something is nothing, and something of nothing is no 0 ÷ 0', () => {
    const rule = (better: 'higher' | 'lower'): ScoringMethod => ({
      method: 'ratio_to_best',
      item: '率',
      better,
      peers: 'group',
      whenZero: 'no-score',
    })
    const values = { 甲: { 率: '0' }, 乙: { 率: '5' } }
    const points = (better: 'higher' | 'lower') => {
      const { 甲, 乙 } = scoreOneRule({ scoring: rule(better), points: '10', values })
      return [甲?.points, 乙?.points]
    }
    expect(points('higher')).toEqual(['0', '10'])
    expect(points('lower')).toEqual([null, '0'])
  })

  test('a denominator of nothing under something is no ratio, whatever 0 ÷ 0 is', () => {
    const rule = rules.find(([name]) => name === 'rate per population')?.[1]('full')
    if (rule === undefined) throw new Error('no such rule')
    const { 甲: receipt } = scoreOneRule({ scoring: rule, points: '10', values: { 甲: { 率: '3', 人口: '0' } } })
    expect(receipt).toMatchObject({ status: 'not-applicable', points: null })
    expect(receipt?.figures[0]?.value).toBe('人口为0，比率不适用')
  })

  test('a period of nothing against one of nothing is unchanged, or left out', () => {
    const rule = (whenBothZero?: 'steady' | 'left-out'): ScoringMethod => ({
      method: 'moving_average',
      item: '件',
      better: 'lower',
      comparators: [
        { kind: 'same-period-last-year', weight: '1' },
        { kind: 'years-mean', weight: '1', years: 2 },
      ],
      maxIndex: '150',
      bands: [],
      points: 'index-share',
      ...(whenBothZero && { whenBothZero }),
    })
    const score = (scoring: ScoringMethod, before: string) =>
      scoreOneRule({
        scoring,
        points: '10',
        values: {
          甲: {
            件: [
              ['2026', '0'],
              ['2025', before],
              ['2024', '0'],
            ],
          },
        },
      })['甲']
    expect(score(rule(), '0')).toMatchObject({ points: '10' })
    expect(score(rule(), '0')?.clause).toContain('往期为0的，两期均为0按持平计，本期不为0的按0计')
    expect(score(rule('left-out'), '0')).toMatchObject({ points: null, status: 'no-score' })
    expect(score(rule('left-out'), '0')?.figures.at(-1)?.value).toContain('两期均为0，按方案不参加比较')
    expect(score(rule('left-out'), '4')?.points).toBe('15')
    expect(score(rule('left-out'), '0')?.clause).toContain('两期均为0的不参加比较')
  })

  test('a formula says what its division by nothing gives', () => {
    const formula: ScoringMethod = {
      method: 'formula',
      text: '[甲数]÷[乙数]',
      missing: 'any-missing',
      floorZero: false,
      cap: '10',
    }
    const { 甲: receipt } = scoreOneRule({ scoring: formula, values: { 甲: { 甲数: '0', 乙数: '0' } } })
    expect(receipt).toMatchObject({ status: 'not-applicable', points: null })
    expect(receipt?.clause).toContain('除数为0的按不适用处理')
    const scheme = emptyScheme({ items: [dataItem('甲数')], root: leaf('A', { ...formula, text: '[甲数]+1' }) })
    expect(clauseOf(scheme, scheme.root)).not.toContain('除数')
  })
})
