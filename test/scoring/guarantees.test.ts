import type { BranchNode, Modifier, Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { ScoreRun, type ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { compare } from '@anjie/domain/ranking/compare'
import {
  checkScheme,
  checkValues,
  isPeerRelative,
  placeCycle,
  rescoreSubject,
  type ScoreInput,
  scoreCycle,
  scoreSubjects,
} from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataItem, type Entry, emptyScheme, entries, leaf } from './oneRule.ts'

const mark = (scorer: string): ScoringMethod => ({
  method: 'judged',
  scorers: [scorer],
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
): BranchNode => ({
  kind: 'branch',
  code,
  name: code,
  aggregation,
  children,
  ...over,
})
const subject = (code: string, group = 'G') => ({ code, name: code, group })

function inputOf(scheme: Scheme, figures: Readonly<Record<string, Readonly<Record<string, Entry>>>>): ScoreInput {
  return {
    scheme,
    subjects: Object.keys(figures).map((code) => subject(code)),
    values: Object.entries(figures).flatMap(([code, own]) =>
      Object.entries(own).flatMap(([item, entry]) => entries(code, item, entry)),
    ),
  }
}
const rows = (input: ScoreInput) => Object.fromEntries(scoreCycle(input).subjects.map((row) => [row.subject, row]))

describe('no data is not zero, and zero is not no data', () => {
  const lower = emptyScheme({
    items: [dataItem('发案')],
    root: leaf('L', { method: 'min_max', item: '发案', better: 'lower', peers: 'group', whenConstant: 'half' }),
  })

  test('lower is better: a reported 0 is best, an unreported county is not ranked and shifts nobody', () => {
    const table = rows(inputOf(lower, { 甲: { 发案: '0' }, 乙: { 发案: '5' }, 丙: {} }))
    expect(table['甲']?.rank).toBe('1')
    expect(table['乙']?.rank).toBe('2')
    expect(table['丙']?.rank).toBeNull()
    expect(table['丙']?.published).toBeNull()
    expect(table['丙']?.nodes[0]?.status).toBe('missing')
  })

  test('the mean is over those who reported: 2.5 over two, not 1.67 over three', () => {
    const scheme = emptyScheme({
      items: [dataItem('发案')],
      root: leaf('L', {
        method: 'relative_to_average',
        item: '发案',
        reference: { kind: 'peer-mean', peers: 'group' },
        difference: 'units',
        effect: 'deduct',
        bands: [{ fromIncluded: false, toIncluded: false, points: '0' }],
        limit: { kind: 'none' },
      }),
    })
    const table = rows(inputOf(scheme, { 甲: { 发案: '0' }, 乙: { 发案: '5' }, 丙: {} }))
    expect(table['甲']?.nodes[0]?.figures).toContainEqual({ label: '参照值', value: '2.5' })
  })

  test('a figure set to 5 and back to 0 gives the first table again, byte for byte', () => {
    const before = scoreCycle(inputOf(lower, { 甲: { 发案: '0' }, 乙: { 发案: '5' } }))
    scoreCycle(inputOf(lower, { 甲: { 发案: '5' }, 乙: { 发案: '5' } }))
    const after = scoreCycle(inputOf(lower, { 甲: { 发案: '0' }, 乙: { 发案: '5' } }))
    expect(JSON.stringify(after)).toBe(JSON.stringify(before))
  })

  test('not reported, not applicable and invalid stay three different things on the receipt', () => {
    const table = rows(
      inputOf(lower, {
        甲: { 发案: '1' },
        乙: { 发案: 'not-applicable' },
        丙: { 发案: 'missing' },
        丁: { 发案: 'invalid' },
      }),
    )
    expect(['甲', '乙', '丙', '丁'].map((code) => table[code]?.nodes[0]?.status)).toEqual([
      'scored',
      'not-applicable',
      'missing',
      'invalid',
    ])
  })

  test('a register of events without an entry is zero by its definition', () => {
    const scheme = emptyScheme({
      items: [dataItem('命案', { absentMeans: 'zero' })],
      root: leaf(
        'L',
        { method: 'per_event_deduct', events: [{ item: '命案', pointsEach: '5' }], limit: { kind: 'floor' } },
        { points: '10' },
      ),
    })
    expect(rows(inputOf(scheme, { 甲: {} }))['甲']?.published).toBe('10.00')
  })

  test('a month that is still owed leaves a yearly sum open; a mean takes the months there are', () => {
    const months = (count: number): Entry =>
      Array.from({ length: count }, (_, at) => [`2026-${String(at + 1).padStart(2, '0')}`, '2'] as const)
    const scheme = (overTime: 'sum' | 'mean') =>
      emptyScheme({ items: [dataItem('件数', { period: 'month', overTime })], root: leaf('L', mark('件数')) })
    expect(rows(inputOf(scheme('sum'), { 甲: { 件数: months(12) } }))['甲']?.published).toBe('24.00')
    expect(rows(inputOf(scheme('sum'), { 甲: { 件数: months(11) } }))['甲']?.nodes[0]?.status).toBe('missing')
    expect(rows(inputOf(scheme('mean'), { 甲: { 件数: months(11) } }))['甲']?.published).toBe('2.00')
  })

  test('a month that others have reported and one has not leaves its yearly mean open; months nobody has reported are not due', () => {
    const scheme = emptyScheme({
      items: [dataItem('督查', { period: 'month' })],
      root: leaf(
        'L',
        {
          method: 'rank_step',
          item: '督查',
          better: 'higher',
          peers: 'group',
          given: 'value',
          step: { kind: 'points', points: '10' },
          periods: 'each-period',
        },
        { points: '100' },
      ),
    })
    const month = (at: string, value: string) => [`2026-${at}`, value] as const
    const table = rows(
      inputOf(scheme, {
        甲: { 督查: [month('01', '9'), month('02', '7')] },
        乙: { 督查: [month('01', '8'), month('02', '8')] },
        丙: { 督查: [month('01', '7')] },
      }),
    )
    expect([table['甲']?.published, table['乙']?.published, table['丙']?.published]).toEqual(['95.00', '95.00', null])
    expect(table['丙']?.nodes[0]?.figures).toEqual([{ label: '未计分原因', value: '督查：未报（2026-02）' }])
  })
})

describe('rounding and ranks', () => {
  const scheme = (over: Partial<Scheme> = {}) =>
    emptyScheme({ items: [dataItem('得分')], root: leaf('L', mark('得分')), ...over })

  test('half-up on exact halves, never −0.00, and the exact score is kept', () => {
    const values = ['86.445', '92.675', '73.125', '99.995', '-86.445', '0.005', '-0.004']
    const table = rows(inputOf(scheme(), Object.fromEntries(values.map((value) => [value, { 得分: value }]))))
    expect(values.map((value) => table[value]?.published)).toEqual([
      '86.45',
      '92.68',
      '73.13',
      '100.00',
      '-86.45',
      '0.01',
      '0.00',
    ])
    expect(table['86.445']?.exact).toBe('86.445')
  })

  test('published basis: equal printed scores share a rank; exact basis: they may differ, and the table says so', () => {
    const figures = { 甲: { 得分: '90.044' }, 乙: { 得分: '90.036' }, 丙: { 得分: '90.02' } }
    const ranks = (input: ScoreInput) =>
      scoreCycle(input).subjects.map((row) => `${row.subject}${row.published}#${row.rank}`)
    expect(ranks(inputOf(scheme(), figures))).toEqual(['丙90.02#3', '乙90.04#1', '甲90.04#1'])
    const exact = scheme({ ranking: { basis: 'exact', numbering: '1224', scope: 'group' } })
    expect(ranks(inputOf(exact, figures))).toEqual(['丙90.02#3', '乙90.04#2', '甲90.04#1'])
    expect(scoreCycle(inputOf(exact, figures)).notes.join('')).toContain('未修约得分有差别')
  })

  test.each([
    ['1224', ['1', '2', '2', '4']],
    ['1223', ['1', '2', '2', '3']],
    ['1234', ['1', '2', '3', '4']],
    ['1334', ['1', '3', '3', '4']],
    ['fractional', ['1', '2.5', '2.5', '4']],
  ] as const)('numbering %s of 95, 90, 90, 80', (numbering, expected) => {
    const input = inputOf(scheme({ ranking: { basis: 'published', numbering, scope: 'group' } }), {
      a: { 得分: '95' },
      b: { 得分: '90' },
      c: { 得分: '90' },
      d: { 得分: '80' },
    })
    expect(scoreCycle(input).subjects.map((row) => row.rank)).toEqual(expected)
  })

  test('too little data: stands in the table with its score, without a rank', () => {
    const sparse = emptyScheme({
      items: ['一', '二', '三'].map((code) => dataItem(code)),
      root: branch(
        'R',
        'arithmetic',
        ['一', '二', '三'].map((code) => leaf(`L${code}`, mark(code))),
      ),
      ranking: { basis: 'published', numbering: '1224', scope: 'group', minDataShare: '0.5' },
    })
    const table = rows(inputOf(sparse, { 甲: { 一: '90' }, 乙: { 一: '80', 二: '80' } }))
    expect([table['甲']?.published, table['甲']?.rank, table['甲']?.notRanked?.code]).toEqual([
      '90.00',
      null,
      'too-little-data',
    ])
    expect([table['乙']?.rank, table['乙']?.rankedOf]).toEqual(['1', 1])
  })
})

describe('groups', () => {
  test('each group has its own weights, exclusions and ranks', () => {
    const scheme = emptyScheme({
      items: ['一', '二'].map((code) => dataItem(code)),
      root: branch('R', 'arithmetic', [leaf('A', mark('一'), { weight: '1' }), leaf('B', mark('二'), { weight: '1' })]),
      groups: [
        { code: 'G1', name: '一类', overrides: [{ node: 'A', weight: '3' }] },
        { code: 'G2', name: '二类', overrides: [{ node: 'B', excluded: true }] },
      ],
    })
    const run = scoreCycle({
      scheme,
      subjects: [subject('甲', 'G1'), subject('乙', 'G2'), subject('丙', 'G2')],
      values: ['甲', '乙', '丙'].flatMap((code) => [...entries(code, '一', '80'), ...entries(code, '二', '40')]),
    })
    expect(run.subjects.map((row) => [row.subject, row.published, row.rank, row.rankedOf])).toEqual([
      ['丙', '80.00', '1', 2],
      ['乙', '80.00', '1', 2],
      ['甲', '70.00', '1', 1],
    ])
  })

  test('a quota of excellent per group moves the rest to the next grade; a tie at the border follows the rule', () => {
    const scheme = (tie: 'include' | 'exclude') =>
      emptyScheme({
        items: [dataItem('得分')],
        root: leaf('L', mark('得分')),
        grades: [
          { code: 'A', name: '优秀', minScore: '90' },
          { code: 'B', name: '良好' },
        ],
        quotas: [{ grade: 'A', limit: { kind: 'count', count: 2 }, tie }],
      })
    const figures = { a: { 得分: '99' }, b: { 得分: '95' }, c: { 得分: '95' }, d: { 得分: '91' } }
    const grades = (tie: 'include' | 'exclude') =>
      scoreCycle(inputOf(scheme(tie), figures)).subjects.map((row) => row.grade?.name)
    expect(grades('include')).toEqual(['优秀', '优秀', '优秀', '良好'])
    expect(grades('exclude')).toEqual(['优秀', '良好', '良好', '良好'])
  })

  test('a subject of an unknown group is in the run, unranked, with the reason', () => {
    const scheme = emptyScheme({ items: [dataItem('得分')], root: leaf('L', mark('得分')) })
    const run = scoreCycle({ scheme, subjects: [subject('甲', 'X')], values: entries('甲', '得分', '90') })
    expect(run.subjects[0]?.notRanked).toEqual({ code: 'excluded', reason: '方案中没有分组“X”' })
  })
})

describe('the tree', () => {
  const three = ['一', '二', '三']
  const tree = (
    aggregation: BranchNode['aggregation'],
    missing: BranchNode['missing'],
    over: Partial<BranchNode> = {},
  ) =>
    emptyScheme({
      items: three.map((code) => dataItem(code)),
      root: branch(
        'R',
        aggregation,
        three.map((code, at) => leaf(`L${code}`, mark(code), { weight: String(at + 1) })),
        { missing, ...over },
      ),
    })
  const gap = { 甲: { 一: '90', 二: '60' } }

  test('the three strategies for a missing child: no score, weights of the rest scaled up, zero', () => {
    expect(rows(inputOf(tree('arithmetic', { strategy: 'any-missing' }), gap))['甲']?.published).toBeNull()
    expect(rows(inputOf(tree('arithmetic', { strategy: 'all-missing' }), gap))['甲']?.published).toBe('70.00')
    expect(rows(inputOf(tree('arithmetic', { strategy: 'as-zero' }), gap))['甲']?.published).toBe('35.00')
  })

  test('a threshold of available children turns the parent into no score', () => {
    expect(
      rows(inputOf(tree('arithmetic', { strategy: 'all-missing', minShare: '0.7' }), gap))['甲']?.published,
    ).toBeNull()
    expect(rows(inputOf(tree('arithmetic', { strategy: 'all-missing', minShare: '0.66' }), gap))['甲']?.published).toBe(
      '70.00',
    )
  })

  test('zero under a geometric mean has no score and says why, and the scheme is refused before', () => {
    const scheme = tree('geometric', { strategy: 'all-missing' })
    const row = rows(inputOf(scheme, { 甲: { 一: '0', 二: '60', 三: '60' } }))['甲']
    expect(row?.published).toBeNull()
    expect(row?.notRanked?.reason).toContain('几何平均不接受零')
    expect(checkScheme(scheme).filter((finding) => finding.check === 'zero-into-mean')).toHaveLength(3)
  })

  test('a floor above zero makes a child fit for a geometric mean', () => {
    const floor: Modifier[] = [{ kind: 'floor', points: '1' }]
    const scheme = emptyScheme({
      items: three.map((code) => dataItem(code)),
      root: branch(
        'R',
        'geometric',
        three.map((code) => leaf(`L${code}`, mark(code), { modifiers: floor })),
        { missing: { strategy: 'all-missing' } },
      ),
    })
    expect(checkScheme(scheme).filter((finding) => finding.check === 'zero-into-mean')).toEqual([])
  })

  test('points of what does not apply are shared out among the rest; full, group mean and no score are the alternatives', () => {
    const scheme = (notApplicable: 'redistribute' | 'group-mean' | 'full' | 'no-score') =>
      emptyScheme({
        items: ['一', '二'].map((code) => dataItem(code)),
        root: branch(
          'R',
          'sum',
          [leaf('A', mark('一'), { points: '60' }), leaf('B', mark('二'), { points: '40', notApplicable })],
          {
            missing: { strategy: 'all-missing' },
          },
        ),
      })
    const figures = {
      甲: { 一: '54', 二: 'not-applicable' as const },
      乙: { 一: '60', 二: '30' },
      丙: { 一: '60', 二: '20' },
    }
    const score = (kind: Parameters<typeof scheme>[0]) => rows(inputOf(scheme(kind), figures))['甲']?.published
    expect(score('redistribute')).toBe('90.00')
    expect(score('group-mean')).toBe('79.00')
    expect(score('full')).toBe('94.00')
    expect(score('no-score')).toBe('54.00')
  })

  test('in a list of deductions an entry without points that does not apply is not deducted, and adds nothing', () => {
    const scheme = (policy: { missing: 'full' } | { notApplicable: 'full' }) =>
      emptyScheme({
        items: ['一', '二'].map((code) => dataItem(code)),
        root: branch('R', 'sum', [leaf('A', mark('一')), leaf('B', mark('二'), policy)]),
      })
    const score = (policy: Parameters<typeof scheme>[0], figure: string) =>
      rows(inputOf(scheme(policy), { 甲: { 一: '-3', 二: figure } }))['甲']?.published
    expect(score({ notApplicable: 'full' }, 'not-applicable')).toBe('-3.00')
    expect(score({ missing: 'full' }, 'missing')).toBe('-3.00')
  })

  test('a mean under a heading with points is converted from 100 to those points', () => {
    const scheme = emptyScheme({
      items: ['一', '二'].map((code) => dataItem(code)),
      root: branch(
        'R',
        'sum',
        [branch('M', 'arithmetic', [leaf('A', mark('一')), leaf('B', mark('二'))], { points: '40' })],
        { points: '40' },
      ),
    })
    expect(rows(inputOf(scheme, { 甲: { 一: '90', 二: '70' } }))['甲']?.published).toBe('32.00')
  })

  test('derived items feed rules; a circle among them is reported and still ends', () => {
    const items = [dataItem('成功'), dataItem('总数'), dataItem('成功率', { formula: '[成功] ÷ [总数] × 100' })]
    const scheme = emptyScheme({ items, root: leaf('L', mark('成功率')) })
    expect(rows(inputOf(scheme, { 甲: { 成功: '45', 总数: '50' } }))['甲']?.published).toBe('90.00')
    const circle = emptyScheme({
      items: [dataItem('甲数', { formula: '[乙数] + 1' }), dataItem('乙数', { formula: '[甲数] + 1' })],
      root: leaf('L', mark('甲数')),
    })
    expect(checkScheme(circle).map((finding) => finding.check)).toContain('formula-circle')
    expect(rows(inputOf(circle, { 甲: {} }))['甲']?.nodes[0]?.status).toBe('invalid')
  })
})

describe('reproducible', () => {
  const scheme = emptyScheme({
    items: ['一', '二', '三'].map((code) => dataItem(code)),
    root: branch('R', 'arithmetic', [
      leaf('A', { method: 'min_max', item: '一', better: 'higher', peers: 'group', whenConstant: 'half' }),
      leaf('B', {
        method: 'z_score',
        item: '二',
        better: 'lower',
        peers: 'all',
        mean: '50',
        deviation: '10',
        whenConstant: 'half',
      }),
      leaf('C', { method: 'rank_points', item: '三', better: 'higher', peers: 'group', form: 'rank', ties: 'first' }),
    ]),
    groups: ['G', 'H'].map((code) => ({ code, name: code, overrides: [] })),
  })
  const figure = fc.integer({ min: -9999, max: 9999 }).map((whole) =>
    new Decimal(whole)
      .div(100)
      .toFixed(2)
      .replace(/^-0\.00$/, '0'),
  )
  const table = fc.array(
    fc.tuple(fc.constantFrom('G', 'H'), fc.array(fc.option(figure, { freq: 8 }), { minLength: 3, maxLength: 3 })),
    { minLength: 1, maxLength: 12 },
  )
  const input = (list: readonly (readonly [string, readonly (string | null)[]])[]): ScoreInput => ({
    scheme,
    subjects: list.map(([group], at) => subject(`单位${String(at).padStart(2, '0')}`, group)),
    values: list.flatMap(([, figures], at) =>
      figures.flatMap((value, item): ItemValue[] =>
        value === null
          ? []
          : [
              {
                subject: `单位${String(at).padStart(2, '0')}`,
                item: ['一', '二', '三'][item] ?? '',
                period: '2026',
                status: 'reported',
                value,
              },
            ],
      ),
    ),
  })

  test('the order of subjects and values does not matter, byte for byte', () => {
    fc.assert(
      fc.property(table, fc.infiniteStream(fc.nat()), (list, keys) => {
        const one = input(list)
        const shuffled = <T>(things: readonly T[]): T[] =>
          things
            .map((thing) => [keys.next().value ?? 0, thing] as const)
            .toSorted((a, b) => a[0] - b[0])
            .map(([, thing]) => thing)
        const other = { ...one, subjects: shuffled(one.subjects), values: shuffled(one.values) }
        expect(JSON.stringify(scoreCycle(other))).toBe(JSON.stringify(scoreCycle(one)))
      }),
      { numRuns: 60 },
    )
  })

  test('a run is what the vocabulary says a run is, and survives JSON', () => {
    fc.assert(
      fc.property(table, (list) => {
        const run = scoreCycle(input(list))
        expect(ScoreRun.parse(JSON.parse(JSON.stringify(run)))).toEqual(run)
      }),
      { numRuns: 30 },
    )
  })

  test('leaving out explanations changes no score, rank or status', () => {
    fc.assert(
      fc.property(table, (list) => {
        const full = scoreCycle(input(list))
        const brief = scoreCycle({ ...input(list), explain: 'points' })
        const core = (run: typeof full) =>
          run.subjects.map((row) => [
            row.subject,
            row.exact,
            row.rank,
            row.nodes.map((node) => [node.node, node.status, node.points]),
          ])
        expect(core(brief)).toEqual(core(full))
      }),
      { numRuns: 30 },
    )
  })

  test('one changed subject scored alone gives the run of a full recalculation', () => {
    const plain = emptyScheme({
      items: ['一', '二'].map((code) => dataItem(code)),
      root: branch('R', 'sum', [
        leaf('A', mark('一'), { points: '60' }),
        leaf(
          'B',
          { method: 'per_event_deduct', events: [{ item: '二', pointsEach: '0.3' }], limit: { kind: 'floor' } },
          { points: '40' },
        ),
      ]),
      grades: [
        { code: 'A', name: '优秀', minScore: '80' },
        { code: 'B', name: '其他' },
      ],
      quotas: [{ grade: 'A', limit: { kind: 'count', count: 1 }, tie: 'exclude' }],
    })
    expect(isPeerRelative(plain)).toBe(false)
    expect(isPeerRelative(scheme)).toBe(true)
    const figures = { 甲: { 一: '55', 二: '2' }, 乙: { 一: '50', 二: '0' }, 丙: { 一: '58' } }
    const before = scoreSubjects(inputOf(plain, figures))
    const changed = inputOf(plain, { ...figures, 乙: { 一: '59.5', 二: '1' } })
    const alone = rescoreSubject(before, { scheme: plain, subject: subject('乙'), values: changed.values })
    expect(JSON.stringify(placeCycle(plain, alone))).toBe(JSON.stringify(scoreCycle(changed)))
    expect(() => rescoreSubject(before, { scheme, subject: subject('乙'), values: [] })).toThrow('peer-relative')
  })

  test('the fast comparison agrees with the library on any pair', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -20, max: 20 }))
      .map(([digits, power]) => new Decimal(`${digits}e${power}`))
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(Math.sign(compare(a, b))).toBe(a.comparedTo(b))
        expect(compare(a, a)).toBe(0)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('values are checked against their items', () => {
  const scheme = emptyScheme({
    items: [
      dataItem('率', { name: '化解率', unit: '%', min: '0', max: '100', digits: 2 }),
      dataItem('派生', { formula: '[化解率] × 2' }),
      dataItem('月报', { period: 'month' }),
    ],
    root: leaf('L', mark('率')),
  })
  const codes = (values: ItemValue[]) => checkValues(scheme, values, new Set(['甲'])).map((problem) => problem.code)
  test.each([
    ['unknown item', entries('甲', '无此项', '1'), ['unknown-item']],
    ['unknown subject', entries('乙', '率', '1'), ['unknown-subject']],
    ['a derived item cannot be filled', entries('甲', '派生', '1'), ['derived-item']],
    ['below the minimum', entries('甲', '率', '-1'), ['value-below-minimum']],
    ['above the maximum', entries('甲', '率', '100.01'), ['value-above-maximum']],
    ['too many digits', entries('甲', '率', '98.123'), ['too-many-digits']],
    ['percent written as a fraction', entries('甲', '率', '0.98'), ['percent-or-fraction']],
    ['twice the same figure', [...entries('甲', '率', '98'), ...entries('甲', '率', '97')], ['duplicate-value']],
    ['a month of a yearly item', entries('甲', '率', '98', '2026-05'), ['wrong-period']],
    ['the year of a monthly item', entries('甲', '月报', '98', '2026'), []],
    ['nothing wrong', entries('甲', '率', '98.5'), []],
  ])('%s', (_, values, expected) => expect(codes(values)).toEqual(expected))
})
