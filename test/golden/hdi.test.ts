import type { SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dataItem, emptyScheme, entries, leaf } from '../scoring/oneRule.ts'
import { leftOutWithoutReference, sharedIsThere, sharedText } from '../shared.ts'
import { agrees, cellOf, plain, type Row } from './asem.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const HERE = sharedIsThere('oracles/hdi/hdi_2022.csv')
if (!HERE) leftOutWithoutReference('the HDI tables')

const read = (file: string): readonly Row[] =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(sharedText(`oracles/hdi/${file}`), { columns: true, skip_empty_lines: true }))

const cases: OracleCase[] = []
afterAll(() => {
  if (HERE) {
    cases.push({
      id: 'hdi_series_1990_2021',
      leftOut: 'published indices without their components: nothing to compute',
    })
    printOracle('hdi', cases)
  }
})
const settle = (own: readonly OracleCase[]): void => {
  cases.push(...own)
  expect(own.filter((one) => one.differs !== undefined)).toEqual([])
}
const oracle = (id: string, differs: string | undefined): OracleCase =>
  differs === undefined ? { id } : { id, differs }

const posts = (item: string, low: string, high: string, logarithmic = false): ScoringMethod => ({
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
  missing: { strategy: 'any-missing' },
  children,
})

const COMPONENTS = [
  'life_expectancy',
  'expected_years_schooling',
  'mean_years_schooling',
  'gni_per_capita_ppp2017',
] as const

if (HERE) {
  test('HDI 2022: index, sub-indices, published score and rank of 193 countries', () => {
    const rows = read('hdi_2022.csv')
    const scheme = emptyScheme({
      items: COMPONENTS.map((code) => dataItem(code)),
      root: mean('HDI', 'geometric', [
        leaf('life', posts('life_expectancy', '20', '85')),
        mean('education', 'arithmetic', [
          leaf('expected', posts('expected_years_schooling', '0', '18')),
          leaf('mean', posts('mean_years_schooling', '0', '15')),
        ]),
        leaf('income', posts('gni_per_capita_ppp2017', '100', '75000', true)),
      ]),
      rounding: { mode: 'half-up', digits: 3 },
    })
    const run = scoreCycle({
      scheme,
      subjects: rows.map((row) => ({ code: cellOf(row, 'iso3'), name: cellOf(row, 'country'), group: 'G' })),
      values: rows.flatMap((row) =>
        COMPONENTS.flatMap((item) => entries(cellOf(row, 'iso3'), item, plain(cellOf(row, item)))),
      ),
      explain: 'points',
    })
    const ours = new Map(run.subjects.map((row) => [row.subject, row]))
    expect(rows.length).toBe(193)
    settle(
      rows.flatMap((row) => {
        const code = cellOf(row, 'iso3')
        const own = ours.get(code)
        const points = new Map(own?.nodes.map((node) => [node.node, node.points]))
        return [
          oracle(`${code}:published`, agrees(own?.published, cellOf(row, 'hdi_published'), 0)),
          oracle(`${code}:rank`, agrees(own?.rank, cellOf(row, 'hdi_rank_published'), 0)),
          oracle(`${code}:exact`, agrees(own?.exact, cellOf(row, 'hdi_recomputed'))),
          oracle(`${code}:life`, agrees(points.get('life'), cellOf(row, 'life_index'))),
          oracle(`${code}:education`, agrees(points.get('education'), cellOf(row, 'education_index'))),
          oracle(`${code}:income`, agrees(points.get('income'), cellOf(row, 'income_index'))),
        ]
      }),
    )
  })

  test('inequality-adjusted HDI: formula of 176 countries within the rounding of the published HDI', () => {
    const rows = read('ihdi_2022.csv')
    const columns = { HDI: 'hdi', 寿命损失: 'ineq_life_pct', 教育损失: 'ineq_edu_pct', 收入损失: 'ineq_income_pct' }
    const formula = (text: string): ScoringMethod => ({
      method: 'formula',
      text,
      missing: 'any-missing',
      floorZero: false,
    })
    const scheme = emptyScheme({
      items: Object.keys(columns).map((code) => dataItem(code)),
      root: mean('ALL', 'arithmetic', [
        leaf(
          'ihdi',
          formula('[HDI] × ((1 − [寿命损失] ÷ 100) × (1 − [教育损失] ÷ 100) × (1 − [收入损失] ÷ 100)) ^ (1 ÷ 3)'),
        ),
        leaf('coefficient', formula('（[寿命损失] ＋ [教育损失] ＋ [收入损失]）÷ 3')),
      ]),
    })
    const run = scoreCycle({
      scheme,
      subjects: rows.map((row) => ({ code: cellOf(row, 'iso3'), name: cellOf(row, 'country'), group: 'G' })),
      values: rows.flatMap((row) =>
        Object.entries(columns).flatMap(([item, column]) =>
          entries(cellOf(row, 'iso3'), item, plain(cellOf(row, column))),
        ),
      ),
      explain: 'points',
    })
    const ours = new Map(
      run.subjects.map((row) => [row.subject, new Map(row.nodes.map((node) => [node.node, node.points]))]),
    )
    settle(
      rows.flatMap((row) => {
        const code = cellOf(row, 'iso3')
        return [
          oracle(`${code}:ihdi`, agrees(ours.get(code)?.get('ihdi'), cellOf(row, 'ihdi_published'), 0.001)),
          oracle(
            `${code}:coefficient`,
            agrees(ours.get(code)?.get('coefficient'), cellOf(row, 'coef_inequality_published'), 1e-6),
          ),
        ]
      }),
    )
  })

  test('the worked example of the 2020 technical note: indices 0.6971, 0.3447, 0.5506 give 0.510', () => {
    const product = ['0.6971', '0.3447', '0.5506'].reduce((all, index) => all.times(index), new Decimal(1))
    expect(product.ln().div(3).exp().toFixed(3)).toBe('0.510')
  })
}
