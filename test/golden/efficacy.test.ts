import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { scoreCycle } from '@anjie/domain/scoring/index'
import { Decimal } from '@anjie/kernel'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { dataItem, emptyScheme, entries, leaf, pointsOf } from '../scoring/oneRule.ts'
import { leftOutWithoutReference, sharedIsThere, sharedJson } from '../shared.ts'
import { agrees } from './asem.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const PATH = 'oracles/efficacy/efficacy.json'
const HERE = sharedIsThere(PATH)
if (!HERE) leftOutWithoutReference('the efficacy cases')

const Numbers = z.array(z.number())
const ByCompany = z.record(z.string(), Numbers)
const ByName = z.record(z.string(), z.number())
const Oracle = z.object({
  improvedEfficacy: z.array(
    z.object({
      indicators: z.array(z.string()),
      data: ByCompany,
      published: z.object({ d: ByCompany, D_geometric_equal: ByName, rank: ByName }),
      exact: z.object({
        d: ByCompany,
        D_geometric_equal: ByName,
        D_geometric_w30_20_20_30: ByName,
        arithmetic_equal: ByName,
        arithmetic_w30_20_20_30: ByName,
        rank_geometric_equal: ByName,
        rank_geometric_weighted: ByName,
        rank_arithmetic_equal: ByName,
      }),
    }),
  ),
  ratioIndex: z.array(
    z.object({
      indicators: z.array(z.string()),
      standard: Numbers,
      data: ByCompany,
      exact: z.object({ index: ByCompany, composite: ByName }),
    }),
  ),
  soeGrades: z.array(
    z.object({
      title: z.string(),
      actual: z.number(),
      weight: z.number(),
      standards: ByName,
      exact: z.object({ base: z.number(), score: z.number() }),
    }),
  ),
  classicEfficacy: z.array(
    z.object({
      title: z.string(),
      actual: z.number(),
      satisfactory: z.number(),
      unacceptable: z.number(),
      exact: z.number(),
    }),
  ),
  wall: z.array(
    z.object({
      standardScore: z.number(),
      maxScore: z.number(),
      standardRatio: z.number(),
      industryMaxRatio: z.number(),
      actual: z.number(),
      exact: z.object({ score: z.number() }),
    }),
  ),
  derivedEdgeCases: z.record(z.string(), z.array(z.object({ actual: z.number(), score: z.number() }))),
})

const cases: OracleCase[] = []
afterAll(() => {
  if (HERE) printOracle('efficacy', cases)
})
const settle = (own: readonly OracleCase[]): void => {
  cases.push(...own)
  expect(own.filter((one) => one.differs !== undefined)).toEqual([])
  expect(own.length).toBeGreaterThan(0)
}
const oracle = (id: string, differs: string | undefined): OracleCase =>
  differs === undefined ? { id } : { id, differs }

const GRADES = ['优秀', '良好', '平均', '较低', '较差'] as const
const COEFFICIENTS = ['1', '0.8', '0.6', '0.4', '0.2'] as const
const grades = (
  better: 'higher' | 'lower',
  values: readonly (readonly [name: string, value: number])[],
): ScoringMethod => ({
  method: 'efficacy_grades',
  item: 'X',
  better,
  standards: values.map(([name, value]) => ({
    name,
    value: String(value),
    coefficient: COEFFICIENTS[GRADES.findIndex((grade) => grade === name)] ?? '0',
  })),
})

if (HERE) {
  const data = Oracle.parse(sharedJson(PATH))

  test('improved efficacy form: coefficients, means, ranks of the four companies, and the printed figures with rounded ratios', () => {
    for (const one of data.improvedEfficacy) {
      const score = (kind: 'arithmetic' | 'geometric', weights: readonly string[], ratioDigits?: number) =>
        scoreCycle({
          scheme: emptyScheme({
            items: one.indicators.map((code) => dataItem(code)),
            rounding: { mode: 'half-up', digits: 3 },
            root: {
              kind: 'branch',
              code: 'D',
              name: '综合效益',
              aggregation: kind,
              children: one.indicators.map((item, index) =>
                leaf(
                  `d${index}`,
                  {
                    method: 'efficacy',
                    item,
                    better: 'higher',
                    satisfactory: { kind: 'peer-best', peers: 'group' },
                    unacceptable: { kind: 'peer-worst', peers: 'group' },
                    base: '60',
                    span: '40',
                    clamp: false,
                    ...(ratioDigits === undefined ? {} : { ratioDigits }),
                  },
                  { weight: weights[index] ?? '1' },
                ),
              ),
            },
          }),
          subjects: Object.keys(one.data).map((code) => ({ code, name: code, group: 'G' })),
          values: Object.entries(one.data).flatMap(([subject, figures]) =>
            one.indicators.flatMap((item, index) => entries(subject, item, String(figures[index]))),
          ),
        })
      const equal = ['1', '1', '1', '1']
      const weighted = ['30', '20', '20', '30']
      const runs = [
        ['geometric equal', score('geometric', equal), one.exact.D_geometric_equal, one.exact.rank_geometric_equal],
        [
          'geometric weighted',
          score('geometric', weighted),
          one.exact.D_geometric_w30_20_20_30,
          one.exact.rank_geometric_weighted,
        ],
        ['arithmetic equal', score('arithmetic', equal), one.exact.arithmetic_equal, one.exact.rank_arithmetic_equal],
        ['arithmetic weighted', score('arithmetic', weighted), one.exact.arithmetic_w30_20_20_30, undefined],
      ] as const
      for (const [name, run, expected, ranks] of runs)
        settle(
          run.subjects.flatMap((row) => [
            oracle(`${name}:${row.subject}`, agrees(row.exact, String(expected[row.subject]))),
            ...(ranks === undefined
              ? []
              : [oracle(`${name} rank:${row.subject}`, agrees(row.rank, String(ranks[row.subject]), 0))]),
          ]),
        )
      settle(
        score('geometric', equal).subjects.flatMap((row) =>
          row.nodes
            .slice(1)
            .map((node, index) =>
              oracle(
                `coefficient:${row.subject}:${index}`,
                agrees(node.points, String(one.exact.d[row.subject]?.[index])),
              ),
            ),
        ),
      )
      settle(
        score('geometric', equal, 4).subjects.flatMap((row) => [
          ...row.nodes
            .slice(1)
            .map((node, index) =>
              oracle(
                `printed coefficient:${row.subject}:${index}`,
                agrees(node.points, String(one.published.d[row.subject]?.[index])),
              ),
            ),
          oracle(`printed rank:${row.subject}`, agrees(row.rank, String(one.published.rank[row.subject]), 0)),
          // The textbook's totals are within a unit of their last printed digit.
          oracle(
            `printed total:${row.subject}`,
            agrees(row.exact, String(one.published.D_geometric_equal[row.subject]), 1e-4),
          ),
        ]),
      )
    }
  })

  test('five-grade form of the state-owned enterprise rules: exam questions and edge cases', () => {
    settle(
      data.soeGrades.map((one) =>
        oracle(
          one.title,
          agrees(
            pointsOf(
              { scoring: grades('higher', Object.entries(one.standards)), points: String(one.weight) },
              { X: String(one.actual) },
            ),
            String(one.exact.score),
          ),
        ),
      ),
    )
    for (const [title, edges] of Object.entries(data.derivedEdgeCases)) {
      const weight = /weight (\d+)/.exec(title)?.[1] ?? ''
      const standards = (/standards ([-\d./]+)/.exec(title)?.[1] ?? '').split('/').map(Number)
      const scoring = grades(
        title.includes('lower is better') ? 'lower' : 'higher',
        GRADES.map((name, index) => [name, standards[index] ?? Number.NaN]),
      )
      settle(
        edges.map((edge) =>
          oracle(
            `${title}: ${edge.actual}`,
            agrees(pointsOf({ scoring, points: weight }, { X: String(edge.actual) }), String(edge.score)),
          ),
        ),
      )
    }
  })

  test('classical form without a floor, and the Wall score as a line between two fixed points', () => {
    settle(
      data.classicEfficacy.map((one) =>
        oracle(
          one.title,
          agrees(
            pointsOf(
              {
                scoring: {
                  method: 'efficacy',
                  item: 'X',
                  better: 'higher',
                  satisfactory: { kind: 'constant', value: String(one.satisfactory), name: '满意值' },
                  unacceptable: { kind: 'constant', value: String(one.unacceptable), name: '不允许值' },
                  base: '60',
                  span: '40',
                  clamp: false,
                },
              },
              { X: String(one.actual) },
            ),
            String(one.exact),
          ),
        ),
      ),
    )
    settle(
      data.wall.map((one) =>
        oracle(
          'Wall score',
          agrees(
            pointsOf(
              {
                scoring: {
                  method: 'goalposts',
                  item: 'X',
                  better: 'higher',
                  low: String(one.standardRatio),
                  high: String(one.industryMaxRatio),
                  truncate: false,
                  logarithmic: false,
                  scale: { from: String(one.standardScore), to: String(one.maxScore) },
                },
                modifiers: [
                  { kind: 'floor', points: new Decimal(one.standardScore).times('0.5').toString() },
                  { kind: 'cap', points: new Decimal(one.standardScore).times('1.5').toString() },
                ],
              },
              { X: String(one.actual) },
            ),
            String(one.exact.score),
          ),
        ),
      ),
    )
  })

  test('ratio to a standard: parts and their mean', () => {
    for (const one of data.ratioIndex) {
      const run = scoreCycle({
        scheme: emptyScheme({
          items: one.indicators.map((code) => dataItem(code)),
          root: {
            kind: 'branch',
            code: 'I',
            name: '综合指数',
            aggregation: 'arithmetic',
            children: one.indicators.map((item, index) =>
              leaf(`i${index}`, {
                method: 'formula',
                text: `[${item}] ÷ ${one.standard[index]} × 100`,
                missing: 'any-missing',
                floorZero: false,
              }),
            ),
          },
        }),
        subjects: Object.keys(one.data).map((code) => ({ code, name: code, group: 'G' })),
        values: Object.entries(one.data).flatMap(([subject, figures]) =>
          one.indicators.flatMap((item, index) => entries(subject, item, String(figures[index]))),
        ),
      })
      settle(
        run.subjects.flatMap((row) => [
          oracle(`composite:${row.subject}`, agrees(row.exact, String(one.exact.composite[row.subject]))),
          ...row.nodes
            .slice(1)
            .map((node, index) =>
              oracle(
                `ratio:${row.subject}:${index}`,
                agrees(node.points, String(one.exact.index[row.subject]?.[index])),
              ),
            ),
        ]),
      )
    }
  })
}
