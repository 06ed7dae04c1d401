import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Entry, type OneRule, pointsOf } from '../scoring/oneRule.ts'
import { leftOutWithoutReference, sharedIsThere, sharedJson } from '../shared.ts'
import { agrees } from './asem.ts'
import { type OracleCase, printOracle } from './oracleLine.ts'

const PATH = 'oracles/rules/public_rule_forms.json'
const HERE = sharedIsThere(PATH)
if (!HERE) leftOutWithoutReference('the rule forms')

const Example = z.record(z.string(), z.unknown())
type Example = z.infer<typeof Example>
const Oracle = z.object({ rules: z.array(z.object({ id: z.string(), examples: z.array(Example).optional() })) })

interface Form {
  readonly rule: (example: Example) => Omit<OneRule, 'values'>
  readonly figures: (example: Example) => Readonly<Record<string, Entry>>
}

const number = (example: Example, name: string): string => String(z.number().default(0).parse(example[name]))
const events = (
  rates: readonly (readonly [item: string, pointsEach: string])[],
  limit: 'none' | 'floor' | string,
): ScoringMethod => ({
  method: 'per_event_deduct',
  events: rates.map(([item, pointsEach]) => ({ item, pointsEach })),
  limit: limit === 'none' || limit === 'floor' ? { kind: limit } : { kind: 'cap', points: limit },
})

/** How each printed rule form is configured here. */
const forms: Readonly<Record<string, Form>> = {
  'accident-tier': {
    rule: () => ({
      scoring: events(
        [
          ['死亡3-5人', '5'],
          ['死亡6-9人', '10'],
        ],
        'none',
      ),
    }),
    figures: (example) =>
      Object.fromEntries(
        Object.entries(z.record(z.string(), z.number()).parse(example['events'])).map(([item, count]) => [
          item,
          String(count),
        ]),
      ),
  },
  'repeat-double': {
    rule: () => ({
      scoring: {
        method: 'per_event_deduct',
        events: [{ item: '事故', pointsEach: '5', repeated: { item: '再次发生', factor: '2', when: '再次发生' } }],
        limit: { kind: 'none' },
      },
    }),
    figures: (example) => {
      const list = z.array(z.string()).parse(example['events'])
      return { 事故: String(list.length), 再次发生: String(list.filter((entry) => entry.endsWith('again')).length) }
    },
  },
  'share-of-standard': {
    rule: () => ({ scoring: { method: 'pass_through', item: '省扣分', coefficient: '0.25', limit: { kind: 'none' } } }),
    figures: (example) => ({ 省扣分: number(example, 'standardDeduction') }),
  },
  'safety-feeling': {
    rule: (example) => ({
      scoring: {
        method: 'shortfall_slope',
        item: '安全感',
        slopes: [
          { below: '96', perPoint: '0.25' },
          { below: '90', perPoint: '0.5' },
        ],
        reading: String(example['note'] ?? '').startsWith('reading B') ? 'whole-range' : 'progressive',
        wholePointsOnly: false,
        limit: { kind: 'cap', points: '5' },
      },
    }),
    figures: (example) => ({ 安全感: number(example, 'value') }),
  },
  'rank-change': {
    rule: () => ({
      scoring: {
        method: 'rank_movement',
        currentRank: '今年',
        previousRank: '去年',
        steps: [
          { direction: 'drop', atLeast: '5', points: '1' },
          { direction: 'drop', atLeast: '10', points: '2' },
          { direction: 'rise', atLeast: '5', points: '0.5' },
        ],
      },
    }),
    figures: (example) => ({ 今年: number(example, 'now'), 去年: number(example, 'prev') }),
  },
  'per-person-cap': {
    rule: () => ({ scoring: events([['违纪', '2.5']], '5') }),
    figures: (example) => ({ 违纪: number(example, 'events') }),
  },
  'until-zero': {
    rule: () => ({
      scoring: events(
        [
          ['迟报', '0.5'],
          ['漏报', '1'],
        ],
        'floor',
      ),
      points: '1',
    }),
    figures: (example) => ({ 迟报: number(example, 'late'), 漏报: number(example, 'missed') }),
  },
  'count-target': {
    rule: () => ({
      scoring: {
        method: 'per_missing_item',
        required: { kind: 'count', item: '例会', expected: '4', pointsEach: '0.25' },
      },
      points: '1',
    }),
    figures: (example) => ({ 例会: number(example, 'count') }),
  },
  'vs-average-steps': {
    rule: (example) => ({
      scoring: {
        method: 'relative_to_average',
        item: '占比',
        reference: { kind: 'constant', value: number(example, 'mean'), name: '全州平均' },
        difference: 'units',
        effect: 'deduct',
        bands: [
          { to: '0', fromIncluded: false, toIncluded: true, points: '0' },
          { from: '0', to: '5', fromIncluded: false, toIncluded: true, points: '1' },
          { from: '5', fromIncluded: false, toIncluded: false, points: '2' },
        ],
        limit: { kind: 'floor' },
      },
      points: '2',
    }),
    figures: (example) => ({ 占比: number(example, 'value') }),
  },
  threshold: {
    rule: () => ({
      scoring: {
        method: 'banded',
        item: '安全感',
        effect: 'deduct',
        bands: [{ to: '80', fromIncluded: false, toIncluded: false, points: '3' }],
        limit: { kind: 'floor' },
      },
      points: '5',
    }),
    figures: (example) => ({ 安全感: number(example, 'value') }),
  },
}

if (HERE) {
  const cases: OracleCase[] = []
  afterAll(() => printOracle('rules', cases))
  const { rules } = Oracle.parse(sharedJson(PATH))

  test('every worked example of the printed rule forms comes out as read', () => {
    for (const { id, examples } of rules) {
      const form = forms[id]
      if (examples === undefined) {
        cases.push({ id, leftOut: 'the form has no worked example; its pattern is tested with the 23 patterns' })
        continue
      }
      for (const [index, example] of examples.entries()) {
        const expected = example['delta'] ?? example['score']
        const ours = form === undefined ? null : pointsOf(form.rule(example), form.figures(example))
        const differs = agrees(ours, String(expected), 0)
        cases.push(differs === undefined ? { id: `${id}:${index}` } : { id: `${id}:${index}`, differs })
      }
    }
    expect(cases.filter((one) => one.differs !== undefined)).toEqual([])
  })
}
