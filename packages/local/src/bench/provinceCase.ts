import type { DataItem, LeafNode, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { Subject } from '@anjie/domain/scoring/index'

/** Rules that the case mixes, so that the same sums can be written as a plain loop and as spreadsheet formulas. */
export const PEER_RULES = ['min-max', 'ratio-to-best', 'rank-step'] as const
export const OWN_RULES = ['goalposts', 'banded', 'events', 'share', 'slope', 'threshold'] as const
export type BenchRule = (typeof PEER_RULES)[number] | (typeof OWN_RULES)[number]

export interface BenchLeaf {
  readonly rule: BenchRule
  readonly points: number
  /** Columns of the figures that it reads: one, or numerator and denominator. */
  readonly columns: readonly number[]
}

/** One problem in the three forms in which it is measured. */
export interface BenchCase {
  readonly scheme: Scheme
  readonly subjects: readonly Subject[]
  readonly values: readonly ItemValue[]
  readonly leaves: readonly BenchLeaf[]
  /** Figures as numbers: one row per subject in the order of `subjects`, one column per item. */
  readonly figures: readonly Float64Array[]
  /** First and last row of each group; subjects of a group stand together. */
  readonly groups: readonly { readonly from: number; readonly to: number }[]
}

const GROUPS = 6
const LEAVES_PER_BRANCH = 15

/** Small numbers that are the same on every machine and in every run (Park–Miller). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const pointsOf = (index: number): number => 1 + (index % 4) * 0.5

function scoringOf(rule: BenchRule, points: string, items: readonly string[]): ScoringMethod {
  const [item = '', second = ''] = items
  switch (rule) {
    case 'min-max':
      return { method: 'min_max', item, better: 'higher', peers: 'group', whenConstant: 'half' }
    case 'ratio-to-best':
      return { method: 'ratio_to_best', item, better: 'higher', peers: 'group' }
    case 'rank-step': {
      const step = { kind: 'points', points: '0.02' } as const
      return { method: 'rank_step', item, better: 'higher', peers: 'group', given: 'value', step, periods: 'cycle' }
    }
    case 'goalposts':
      return { method: 'goalposts', item, better: 'higher', low: '60', high: '100', truncate: true, logarithmic: false }
    case 'banded':
      return {
        method: 'banded',
        item,
        effect: 'deduct',
        bands: [
          { to: '70', fromIncluded: false, toIncluded: false, points: '0.6' },
          { from: '70', fromIncluded: true, to: '80', toIncluded: false, points: '0.2' },
          { from: '80', fromIncluded: true, toIncluded: false, points: '0' },
        ],
        limit: { kind: 'floor' },
      }
    case 'events':
      return { method: 'per_event_deduct', events: [{ item, pointsEach: '0.3' }], limit: { kind: 'floor' } }
    case 'share': {
      const text = `[${item}] ÷ [${second}] × ${points}`
      return { method: 'formula', text, missing: 'any-missing', floorZero: true, cap: points }
    }
    case 'slope':
      return {
        method: 'shortfall_slope',
        item,
        slopes: [
          { below: '95', perPoint: '0.02' },
          { below: '85', perPoint: '0.05' },
        ],
        reading: 'progressive',
        wholePointsOnly: false,
        limit: { kind: 'floor' },
      }
    case 'threshold': {
      const text = `如果([${item}] ≥ 90, ${points}, [${item}] ÷ 90 × ${points})`
      return { method: 'formula', text, missing: 'any-missing', floorZero: true, cap: points }
    }
  }
}

const itemOf = (code: string): DataItem => ({
  code,
  name: `数据项${code}`,
  unit: '',
  definition: '',
  period: 'year',
  filledBy: 'commission',
  rollUp: 'none',
  overTime: 'latest',
  absentMeans: 'missing',
})

/**
 * A province of so many subjects and indicators with figures that only look random. With `peers`, every third indicator
 * compares with the group; without, none does.
 */
export function provinceCase(subjectCount: number, leafCount: number, peers: boolean): BenchCase {
  const random = generator(20_260_101)
  const rules: readonly BenchRule[] = peers
    ? [...PEER_RULES.flatMap((rule, at) => [rule, ...OWN_RULES.slice(2 * at, 2 * at + 2)])]
    : OWN_RULES
  const leaves: BenchLeaf[] = []
  const items: DataItem[] = []
  const nodes: LeafNode[] = []
  for (let index = 0; index < leafCount; index += 1) {
    const rule = rules[index % rules.length] ?? 'goalposts'
    const first = items.length
    const columns = rule === 'share' ? [first, first + 1] : [first]
    for (const column of columns) items.push(itemOf(`X${column}`))
    const points = pointsOf(index)
    leaves.push({ rule, points, columns })
    nodes.push({
      kind: 'leaf',
      code: `L${index}`,
      name: `指标${index}`,
      points: String(points),
      scoring: scoringOf(
        rule,
        String(points),
        columns.map((column) => `X${column}`),
      ),
      scoredBy: '',
      evidence: [],
    })
  }
  const subjects: Subject[] = []
  const groups: { from: number; to: number }[] = []
  for (let group = 0; group < GROUPS; group += 1) {
    const from = subjects.length
    const size = Math.floor((subjectCount * (group + 1)) / GROUPS) - from
    for (let member = 0; member < size; member += 1) {
      const code = `S${String(subjects.length).padStart(5, '0')}`
      subjects.push({ code, name: code, group: `G${group}` })
    }
    groups.push({ from, to: subjects.length - 1 })
  }
  const figures = subjects.map(() => new Float64Array(items.length))
  const values: ItemValue[] = []
  for (const leaf of leaves) {
    subjects.forEach(({ code }, row) => {
      const rate = 6000 + Math.floor(random() * 4001)
      const [first = 0, second] = leaf.columns
      const written = new Map<number, string>()
      if (leaf.rule === 'events') written.set(first, String(Math.floor(random() * 5)))
      else if (second === undefined) written.set(first, (rate / 100).toFixed(2))
      else {
        const whole = 50 + Math.floor(random() * 900)
        written.set(second, String(whole)).set(first, String(Math.floor((whole * rate) / 10_000)))
      }
      for (const [column, value] of written) {
        values.push({ subject: code, item: `X${column}`, period: '2026', status: 'reported', value })
        const own = figures[row]
        if (own !== undefined) own[column] = Number(value)
      }
    })
  }
  const branches = Array.from({ length: Math.ceil(leafCount / LEAVES_PER_BRANCH) }, (_, branch) => ({
    kind: 'branch' as const,
    code: `B${branch}`,
    name: `大类${branch}`,
    aggregation: 'sum' as const,
    children: nodes.slice(branch * LEAVES_PER_BRANCH, (branch + 1) * LEAVES_PER_BRANCH),
  }))
  const scheme: Scheme = {
    format: 'anjie-scheme/1',
    code: 'BENCH',
    name: '性能测试方案',
    year: 2026,
    cycle: 'year',
    subjectKind: 'county',
    definition: '',
    source: { document: '性能测试' },
    items,
    root: { kind: 'branch', code: 'ROOT', name: '总分', aggregation: 'sum', children: branches },
    capGroups: [],
    vetoes: [],
    groups: groups.map((_, group) => ({ code: `G${group}`, name: `第${group}组`, overrides: [] })),
    grades: [],
    quotas: [],
    rounding: { mode: 'half-even', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '0', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'any-missing' } },
  }
  return { scheme, subjects, values, leaves, figures, groups }
}
