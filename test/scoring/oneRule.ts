import { type DataItem, type LeafNode, type Modifier, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { NodeScore, PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { scoreCycle } from '@anjie/domain/scoring/index'

/** A figure as a test writes it: text is reported, the words are states, a list is one figure per month or year. */
export type Entry =
  | string
  | 'missing'
  | 'not-applicable'
  | 'invalid'
  | readonly (readonly [period: string, value: string])[]

export const dataItem = (code: string, over: Partial<DataItem> = {}): DataItem => ({
  code,
  name: code,
  unit: '',
  definition: '',
  period: 'year',
  filledBy: 'subject',
  rollUp: 'none',
  overTime: 'latest',
  absentMeans: 'missing',
  ...over,
})

export const emptyScheme = (over: Partial<Scheme>): Scheme =>
  Scheme.parse({
    format: 'anjie-scheme/1',
    code: 'T',
    name: '测试方案',
    year: 2026,
    cycle: 'year',
    subjectKind: 'county',
    definition: '',
    source: { document: '测试' },
    items: [],
    root: undefined,
    capGroups: [],
    vetoes: [],
    groups: [{ code: 'G', name: '全部', overrides: [] }],
    grades: [],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '0', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'all-missing' } },
    ...over,
  })

export const leaf = (code: string, scoring: ScoringMethod, over: Partial<LeafNode> = {}): LeafNode => ({
  kind: 'leaf',
  code,
  name: code,
  scoring,
  scoredBy: '市平安办',
  evidence: [],
  ...over,
})

export function entries(subject: string, item: string, entry: Entry, period = '2026'): ItemValue[] {
  if (entry === 'missing' || entry === 'not-applicable' || entry === 'invalid')
    return [{ subject, item, period, status: entry }]
  if (typeof entry === 'string') return [{ subject, item, period, status: 'reported', value: entry }]
  return entry.map(([at, value]) => ({ subject, item, period: at, status: 'reported', value }))
}

export interface OneRule {
  readonly scoring: ScoringMethod
  readonly points?: string
  readonly modifiers?: Modifier[]
  readonly items?: Partial<Record<string, Partial<DataItem>>>
  readonly values: Readonly<Record<string, Readonly<Record<string, Entry>>>>
  readonly period?: string
  readonly previous?: PreviousTable
}

/** Scores one rule alone and gives each subject's receipt. */
export function scoreOneRule(rule: OneRule): Readonly<Record<string, NodeScore>> {
  const codes = new Set([...Object.values(rule.values).flatMap(Object.keys), ...Object.keys(rule.items ?? {})])
  const scheme = emptyScheme({
    items: [...codes].map((code) => dataItem(code, rule.items?.[code] ?? {})),
    root: leaf('N', rule.scoring, {
      ...(rule.points === undefined ? {} : { points: rule.points }),
      ...(rule.modifiers === undefined ? {} : { modifiers: rule.modifiers }),
    }),
  })
  const run = scoreCycle({
    scheme,
    subjects: Object.keys(rule.values).map((code) => ({ code, name: code, group: 'G' })),
    values: Object.entries(rule.values).flatMap(([subject, figures]) =>
      Object.entries(figures).flatMap(([item, entry]) => entries(subject, item, entry, rule.period)),
    ),
    ...(rule.period === undefined ? {} : { period: rule.period }),
    ...(rule.previous === undefined ? {} : { previous: rule.previous }),
  })
  return Object.fromEntries(
    run.subjects.map((row) => {
      const [node] = row.nodes
      if (node === undefined) throw new Error(`no receipt for ${row.subject}`)
      return [row.subject, node]
    }),
  )
}

/** Points of one subject under one rule. */
export const pointsOf = (rule: Omit<OneRule, 'values'>, figures: Readonly<Record<string, Entry>>): string | null =>
  scoreOneRule({ ...rule, values: { 甲: figures } })['甲']?.points ?? null
