import type { RankNumbering, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { rankNumbers } from '@anjie/domain/ranking/numbering'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal, plainText, roundDecimal } from '@anjie/kernel'
import { afterAll, expect, test } from 'vitest'
import { dataItem, emptyScheme, entries, leaf, pointsOf } from '../scoring/oneRule.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

// Right answers that others printed, a few of each kind, restated here with where they stand: a clone without the folder of
// reference data is held to these, and a clone with it to both.

const cases: OracleCase[] = []
afterAll(() => printOracle('restated', cases))

function settle(source: string, own: readonly { id: string; got: string | null; printed: string }[]): void {
  const compared = own.map(({ id, got, printed }): OracleCase => {
    const name = `${source}: ${id}`
    return got === printed ? { id: name } : { id: name, differs: `got ${got}, printed ${printed}` }
  })
  cases.push(...compared)
  expect(compared.filter(({ differs }) => differs !== undefined)).toEqual([])
}

test('GB/T 8170-2008, the examples that the standard prints under 3.2 and 3.3', () => {
  settle(
    'GB/T 8170-2008',
    (
      [
        ['3.2.1', '12.1498', 0, '12'],
        ['3.2.1', '12.1498', 1, '12.1'],
        ['3.2.2', '1268', -2, '1300'],
        ['3.2.3', '10.5002', 0, '11'],
        ['3.2.4', '1.050', 1, '1'],
        ['3.2.4', '0.35', 1, '0.4'],
        ['3.2.4', '2500', -3, '2000'],
        ['3.2.4', '3500', -3, '4000'],
        ['3.2.5', '-355', -1, '-360'],
        ['3.2.5', '-325', -1, '-320'],
        ['3.2.5', '-0.0365', 3, '-0.036'],
        ['3.3.1', '97.46', 0, '97'],
        ['3.3.1', '15.4546', 0, '15'],
      ] as const
    ).map(([clause, value, digits, printed]) => ({
      id: `${clause} ${value}`,
      got: plainText(roundDecimal(new Decimal(value), digits, 'half-even')),
      printed,
    })),
  )
})

const TIES: readonly [
  source: string,
  values: readonly (number | null)[],
  order: 'lowest-first' | 'highest-first',
  printed: Partial<Record<RankNumbering, string>>,
][] = [
  [
    'scipy.stats.rankdata, docstring',
    [0, 2, 3, 2],
    'lowest-first',
    { '1224': '1 2 4 2', '1334': '1 3 4 3', '1223': '1 2 3 2', '1234': '1 2 4 3', fractional: '1 2.5 4 2.5' },
  ],
  [
    'pandas.DataFrame.rank, documentation (legs of animals)',
    [4, 2, 4, 8, null],
    'lowest-first',
    { '1334': '3 1 3 4 -', fractional: '2.5 1 2.5 4 -' },
  ],
  [
    'dplyr ranking, documentation',
    [5, 1, 3, 2, 2, null],
    'lowest-first',
    { '1224': '5 1 4 2 2 -', '1223': '4 1 3 2 2 -', '1234': '5 1 4 2 3 -' },
  ],
  ['Transact-SQL RANK, remarks', [50, 40, 40, 30, 20], 'highest-first', { '1224': '1 2 2 4 5', '1234': '1 2 3 4 5' }],
  [
    'Wikipedia, Ranking',
    [4, 3, 3, 1],
    'highest-first',
    { '1224': '1 2 2 4', '1334': '1 3 3 4', '1223': '1 2 2 3', '1234': '1 2 3 4', fractional: '1 2.5 2.5 4' },
  ],
]

test('ties, as the handbooks of statistics and databases number them', () => {
  for (const [source, values, order, printed] of TIES)
    settle(
      source,
      Object.entries(printed).map(([numbering, expected]) => ({
        id: numbering,
        got: rankNumbers(
          values.map((value) => (value === null ? null : new Decimal(value))),
          numbering as RankNumbering,
          order,
        )
          .map((rank) => rank ?? '-')
          .join(' '),
        printed: expected,
      })),
    )
})

const posts = (item: string, low: string, high: string, logarithmic: boolean): ScoringMethod => ({
  method: 'goalposts',
  item,
  better: 'higher',
  low,
  high,
  truncate: true,
  logarithmic,
  scale: { from: '0', to: '1' },
})

const mean = (code: string, aggregation: 'arithmetic' | 'geometric', children: SchemeNode[]): SchemeNode => ({
  kind: 'branch',
  code,
  name: code,
  aggregation,
  children,
})

// UNDP, Human Development Report 2023/24, statistical annex, table 1 (CC BY 3.0 IGO): life expectancy, expected and mean years
// of schooling, income per head; index and rank as published. The first six are the best of all, so their ranks hold among them.
const COUNTRIES = [
  ['Switzerland', '84.255', '16.5837307', '13.90406622', '69432.78669', '0.967', '1'],
  ['Norway', '83.393', '18.63846016', '13.06234279', '69189.76165', '0.966', '2'],
  ['Iceland', '82.815', '19.10672951', '13.76716995', '54688.37921', '0.959', '3'],
  ['Hong Kong, China (SAR)', '84.315', '17.8495903', '12.34776974', '62485.50516', '0.956', '4'],
  ['Denmark', '81.882', '18.77403069', '12.96049023', '62018.95694', '0.952', '5'],
  ['Sweden', '83.505', '19.03676987', '12.67372015', '56995.84796', '0.952', '5'],
  ['Qatar', '81.559', '13.26426983', '10.1317219', '95944.37754', '0.875', null],
  ['China', '78.587', '15.21793605', '8.106910446', '18024.88747', '0.788', null],
  ['Brazil', '73.425', '15.5788002', '8.278307638', '14615.89235', '0.760', null],
  ['Somalia', '56.107', '7.647232333', '1.900300026', '1072.201461', '0.380', null],
] as const

test('the Human Development Index of ten countries, with a logarithm, a geometric mean, a cut at the goalpost and a tie', () => {
  const items = ['life', 'expected', 'mean', 'income'] as const
  const run = scoreCycle({
    scheme: emptyScheme({
      items: items.map((code) => dataItem(code)),
      root: mean('HDI', 'geometric', [
        leaf('L', posts('life', '20', '85', false)),
        mean('E', 'arithmetic', [
          leaf('E1', posts('expected', '0', '18', false)),
          leaf('E2', posts('mean', '0', '15', false)),
        ]),
        leaf('I', posts('income', '100', '75000', true)),
      ]),
      rounding: { mode: 'half-up', digits: 3 },
    }),
    subjects: COUNTRIES.map(([code]) => ({ code, name: code, group: 'G' })),
    values: COUNTRIES.flatMap(([code, ...figures]) =>
      items.flatMap((item, at) => entries(code, item, figures[at] ?? 'missing')),
    ),
  })
  const rows = new Map(run.subjects.map((row) => [row.subject, row]))
  settle(
    'UNDP HDR 2023/24, table 1',
    COUNTRIES.flatMap(([code, , , , , published, rank]) => [
      { id: code, got: rows.get(code)?.published ?? null, printed: published },
      ...(rank === null ? [] : [{ id: `${code}, rank`, got: rows.get(code)?.rank ?? null, printed: rank }]),
    ]),
  )
})

const inPlaces = (points: string | null | undefined, digits: number): string | null =>
  points === null || points === undefined ? null : plainText(roundDecimal(new Decimal(points), digits, 'half-up'))

test('efficacy coefficients, as regulation and exam questions work them out', () => {
  const grades = (
    standards: readonly (readonly [name: string, value: string, coefficient: string])[],
  ): ScoringMethod => ({
    method: 'efficacy_grades',
    item: 'X',
    better: 'higher',
    standards: standards.map(([name, value, coefficient]) => ({ name, value, coefficient })),
  })
  const ladder = grades([
    ['优秀', '9.8', '1'],
    ['良好', '6.4', '0.8'],
    ['平均', '3.6', '0.6'],
    ['较低', '1.4', '0.4'],
    ['较差', '-1.2', '0.2'],
  ])
  const points = (scoring: ScoringMethod, full: string, actual: string) =>
    pointsOf({ scoring, points: full }, { X: actual })
  settle('国资发评价〔2006〕157号《中央企业综合绩效评价实施细则》, public exam questions', [
    {
      id: '净资产收益率 8%, weight 20, between 良好 9.5 and 平均 1.7',
      got: inPlaces(
        points(
          grades([
            ['良好', '9.5', '0.8'],
            ['平均', '1.7', '0.6'],
          ]),
          '20',
          '8',
        ),
        2,
      ),
      printed: '15.23',
    },
    {
      id: 'at 良好 exactly: the base points of the grade, 13 × 0.8',
      got: inPlaces(points(ladder, '13', '6.4'), 4),
      printed: '10.4',
    },
    {
      id: 'at 平均 exactly: the base points of the grade, 12 × 0.6',
      got: inPlaces(points(ladder, '12', '3.6'), 4),
      printed: '7.2',
    },
  ])
  settle('功效系数法 60＋40, public statistics exam question', [
    {
      id: '工业总资产贡献率 5.81%, 满意值 12, 不允许值 6: no floor at 60',
      got: inPlaces(
        points(
          {
            method: 'efficacy',
            item: 'X',
            better: 'higher',
            satisfactory: { kind: 'constant', name: '满意值', value: '12' },
            unacceptable: { kind: 'constant', name: '不允许值', value: '6' },
            base: '60',
            span: '40',
            clamp: false,
          },
          '100',
          '5.81',
        ),
        2,
      ),
      printed: '58.73',
    },
  ])
})
