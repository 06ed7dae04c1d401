import {
  type BranchNode,
  type DataItem,
  type LeafNode,
  Scheme,
  type SchemeNode,
} from '@anjie/contracts/vocabulary/schemes/scheme'
import type { PartMethod, ScoringMethod } from '@anjie/contracts/vocabulary/scoring/index'
import { Decimal } from '@anjie/kernel'
import { parse } from 'yaml'
import { z } from 'zod'
import { sharedIsThere, sharedText } from '../shared.ts'

/** The eight real tables as schemes. Their texts are fragments: what the fragment does not say is left to the scorer, and said so. */

const PATH = 'samples/indicator_samples.yaml'
export const samplesAreHere = (): boolean => sharedIsThere(PATH)

const Figure = z.union([z.number(), z.string()]).transform(String)
const Part = z.object({
  name: z.string(),
  deduct: Figure.optional(),
  if_solved: Figure.optional(),
  judged: z.boolean().optional(),
})
const Indicator = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string().optional(),
  section: z.string().optional(),
  max: Figure.optional(),
  rule: z.string().optional(),
  points: Figure.optional(),
  points_each: Figure.optional(),
  expected_count: Figure.optional(),
  cap: Figure.nullish(),
  events: z.array(z.object({ name: z.string(), points_each: Figure })).optional(),
  parts: z.union([z.array(z.number()), z.array(Part)]).optional(),
  bands: z.array(z.record(z.string(), z.unknown())).optional(),
  extra_deduct: z.array(z.object({ when: z.string(), deduct: Figure })).optional(),
  evidence: z.array(z.string()).optional(),
  scorer: z.string().optional(),
  data_owner: z.string().optional(),
  reference: z.string().optional(),
  disqualify_if: z.string().optional(),
  thresholds: z.record(z.string(), z.string()).optional(),
  targets: z.record(z.string(), z.number()).optional(),
})
type Indicator = z.infer<typeof Indicator>
const Table = z.object({
  id: z.string(),
  title_zh: z.string(),
  owner: z.string(),
  source_url: z.string(),
  assessed_level: z.enum(['county', 'township', 'village', 'community', 'justice_office']),
  completeness: z.string(),
  pass_mark: z.number().optional(),
  sections: z.array(z.object({ name: z.string(), max: Figure })).optional(),
  indicators: z.array(Indicator),
})
type Table = z.infer<typeof Table>

export interface SampleScheme {
  readonly id: string
  readonly scheme: Scheme
  /** The best figure of every item that is filled, for a subject without any fault. */
  readonly best: Readonly<Record<string, string>>
}

/** `printed`: headings carry the points that the source prints, whether or not the items add up to them. */
export function sampleSchemes(headings: 'children' | 'printed' = 'children'): readonly SampleScheme[] {
  const { tables } = z.object({ tables: z.array(Table) }).parse(parse(sharedText(PATH)))
  return tables.map((table) => (table.id.startsWith('WZ2017') ? wenzhou2017(table) : convert(table, headings)))
}

class Draft {
  readonly items: DataItem[] = []
  readonly best: Record<string, string> = {}

  add(code: string, name: string, best: string, over: Partial<DataItem> = {}): string {
    const twin = this.items.find((item) => item.name === name)
    if (twin !== undefined) return twin.code
    this.items.push({
      code,
      name,
      unit: '',
      definition: '',
      period: 'year',
      filledBy: 'commission',
      rollUp: 'none',
      overTime: 'latest',
      absentMeans: 'missing',
      ...over,
    })
    this.best[code] = best
    return code
  }

  count(code: string, name: string, unit = '次', over: Partial<DataItem> = {}): string {
    return this.add(code, name, '0', {
      unit,
      absentMeans: 'zero',
      rollUp: 'sum',
      overTime: 'sum',
      min: '0',
      digits: 0,
      ...over,
    })
  }

  mark(code: string, name: string, full: string): string {
    return this.add(code, name, full, { unit: '分', min: '0', max: full })
  }
}

const judged = (scorer: string): PartMethod => ({
  method: 'judged',
  scorers: [scorer],
  take: 'mean',
  dropHighest: 0,
  dropLowest: 0,
  atLeast: 1,
})

const LEVELS = {
  county: 'county',
  township: 'township',
  village: 'village',
  community: 'community',
  justice_office: 'justice-office',
} as const

function common(table: Table, note?: string): Omit<Scheme, 'items' | 'root' | 'code' | 'definition'> {
  return {
    format: 'anjie-scheme/1',
    name: table.title_zh,
    year: Number(/\d{4}/.exec(table.id)?.[0] ?? 2026),
    cycle: 'year',
    subjectKind: LEVELS[table.assessed_level],
    source: { document: table.title_zh, url: table.source_url, ...(note === undefined ? {} : { note }) },
    capGroups: [],
    vetoes: [],
    groups: [{ code: 'ALL', name: '全部', overrides: [] }],
    grades: [],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '0', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'any-missing' } },
  }
}

function convert(table: Table, headings: 'children' | 'printed'): SampleScheme {
  const draft = new Draft()
  const sections = new Map<string, SchemeNode[]>()
  for (const indicator of table.indicators) {
    const name = indicator.section ?? indicator.category ?? table.title_zh
    sections.set(name, [...(sections.get(name) ?? []), nodeOf(indicator, draft)])
  }
  const printed = new Map(table.sections?.map((section) => [section.name, section.max]))
  const branches = [...sections].map(([name, children], index): BranchNode => {
    const isBonus = name === '加分'
    const sum = children.reduce((total, child) => total.plus(child.points ?? 0), new Decimal(0)).toString()
    const points = headings === 'printed' ? (printed.get(name) ?? sum) : sum
    return {
      kind: 'branch',
      code: `S${index + 1}`,
      name,
      aggregation: 'sum',
      children,
      ...(isBonus ? { part: 'bonus' } : {}),
      ...(points === '0' ? {} : { points }),
    }
  })
  const total = branches.reduce(
    (sum, branch) => sum.plus(branch.part === 'bonus' ? 0 : (branch.points ?? 0)),
    new Decimal(0),
  )
  const scheme = Scheme.parse({
    ...common(table, table.completeness.startsWith('fragment') ? '原表只见部分条目' : undefined),
    code: table.id.replaceAll('_', '-').slice(0, 40),
    definition: '',
    items: draft.items,
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '总分',
      aggregation: 'sum',
      points: total.toString(),
      children: branches,
    },
    grades:
      table.pass_mark === undefined
        ? []
        : [
            { code: 'PASS', name: '达标', minScore: String(table.pass_mark) },
            { code: 'FAIL', name: '未达标' },
          ],
    vetoes: table.indicators.flatMap((indicator) =>
      indicator.disqualify_if === undefined
        ? []
        : [
            {
              code: `V-${indicator.id}`,
              name: indicator.disqualify_if,
              item: draft.count(`${indicator.id}-V`, indicator.disqualify_if, '起'),
              atLeast: '1',
              effect: { kind: 'disqualify' },
            },
          ],
    ),
  })
  return { id: table.id, scheme, best: draft.best }
}

function nodeOf(indicator: Indicator, draft: Draft): SchemeNode {
  const { id, name, max, parts } = indicator
  const definition = [
    ...(indicator.thresholds === undefined
      ? []
      : [
          Object.entries(indicator.thresholds)
            .map(([what, bound]) => `${what}${bound}`)
            .join('，'),
        ]),
    ...(indicator.targets === undefined
      ? []
      : [
          Object.entries(indicator.targets)
            .map(([what, bound]) => `${what}达到${bound}%`)
            .join('，'),
        ]),
  ].join('；')
  const leaf = (scoring: ScoringMethod, over: Partial<LeafNode> = {}): LeafNode => ({
    kind: 'leaf',
    code: id,
    name,
    scoring,
    scoredBy: indicator.scorer ?? indicator.data_owner ?? '',
    evidence: indicator.evidence ?? [],
    ...(definition === '' ? {} : { definition }),
    ...(max === undefined || max === '0' ? {} : { points: max }),
    ...over,
  })
  if (indicator.rule === undefined && parts !== undefined && parts.every((part) => typeof part === 'number'))
    return {
      kind: 'branch',
      code: id,
      name,
      aggregation: 'sum',
      ...(max === undefined ? {} : { points: max }),
      children: parts.map((points, index) =>
        leaf(judged(draft.mark(`${id}-${index + 1}`, `${name}第${index + 1}小项得分`, String(points))), {
          code: `${id}.${index + 1}`,
          name: `${name}第${index + 1}小项`,
          points: String(points),
        }),
      ),
    }
  return leaf(scoringOf(indicator, draft))
}

function scoringOf(indicator: Indicator, draft: Draft): ScoringMethod {
  const { id, name, max = '0' } = indicator
  const each = indicator.points_each ?? '1'
  const limit: Extract<ScoringMethod, { method: 'per_event_deduct' }>['limit'] =
    indicator.cap === null
      ? { kind: 'none' }
      : indicator.cap !== undefined
        ? { kind: 'cap', points: indicator.cap }
        : max === '0'
          ? { kind: 'none' }
          : { kind: 'floor' }
  switch (indicator.rule) {
    case 'all_or_nothing':
      return {
        method: 'all_or_nothing',
        conditions: [
          { item: draft.add(id, `${name}已做到`, '1', { min: '0', max: '1', digits: 0 }), is: '>=', value: '1' },
        ],
      }
    case 'per_missing_item': {
      // A list of faults with their own deductions reads better as a composite of single deductions.
      if (namedParts(indicator).length > 0) return compositeOf(indicator, draft)
      const expected = indicator.expected_count ?? new Decimal(max).div(each).toString()
      return {
        method: 'per_missing_item',
        required: {
          kind: 'count',
          item: draft.add(id, `${name}项数`, expected, { unit: '项', min: '0', digits: 0 }),
          expected,
          pointsEach: each,
        },
      }
    }
    case 'per_event_deduct':
      if (indicator.points_each === undefined && indicator.events === undefined)
        // The source names no rate: the scoring offices state the deduction itself.
        return {
          method: 'pass_through',
          item: draft.count(id, `${name}扣分`, '分', { digits: 2 }),
          coefficient: '1',
          limit,
        }
      return {
        method: 'per_event_deduct',
        events: indicator.events?.map((event, index) => ({
          item: draft.count(`${id}-${index + 1}`, event.name),
          pointsEach: event.points_each,
        })) ?? [{ item: draft.count(id, name), pointsEach: each }],
        limit,
      }
    case 'per_event_bonus':
      return { method: 'per_event_bonus', events: [{ item: draft.count(id, name), pointsEach: each }] }
    case 'survey_convert':
      return {
        method: 'survey_convert',
        sources: [
          { item: draft.add(id, name, '100', { unit: '分', min: '0', max: '100' }), share: '1', fullMark: '100' },
        ],
      }
    case 'relative_to_average':
      return {
        method: 'relative_to_average',
        item: draft.add(id, name, '0', { unit: '%', min: '-1000' }),
        reference: {
          kind: 'item',
          item: draft.add(`${id}-REF`, `${name}的${indicator.reference ?? '平均'}`, '0', { unit: '%' }),
        },
        difference: 'units',
        effect: 'deduct',
        bands: [
          { to: '0', fromIncluded: false, toIncluded: true, points: '0' },
          { from: '0', to: '5', fromIncluded: false, toIncluded: true, points: '1' },
          { from: '5', fromIncluded: false, toIncluded: false, points: '2' },
        ],
        limit: { kind: 'floor' },
      }
    case 'banded':
    case 'composite':
      return compositeOf(indicator, draft)
    default:
      return judged(draft.mark(id, `${name}得分`, max))
  }
}

const namedParts = (indicator: Indicator): readonly z.infer<typeof Part>[] =>
  (indicator.parts ?? []).filter((part) => typeof part !== 'number')

function compositeOf(indicator: Indicator, draft: Draft): ScoringMethod {
  const { id } = indicator
  const parts: { code: string; name: string; scoring: PartMethod }[] = []
  const push = (name: string, scoring: PartMethod) => parts.push({ code: `${id}.${parts.length + 1}`, name, scoring })
  const next = () => `${id}-${parts.length + 1}`
  for (const part of namedParts(indicator)) {
    const below = /^(.+)低于(\d+)$/.exec(part.name)
    if (part.judged === true || part.deduct === undefined)
      push(part.name, {
        method: 'pass_through',
        item: draft.count(next(), `${part.name}扣分`, '分', { digits: 2 }),
        coefficient: '1',
        limit: { kind: 'none' },
      })
    else if (below !== null)
      push(part.name, {
        method: 'banded',
        item: draft.add(next(), below[1] ?? '', '100', { unit: '%', min: '0', max: '100' }),
        effect: 'deduct',
        bands: [
          { to: below[2], fromIncluded: false, toIncluded: false, points: part.deduct },
          { from: below[2], fromIncluded: true, toIncluded: false, points: '0' },
        ],
        limit: { kind: 'none' },
      })
    else if (/每[起件个次]$/.test(part.name))
      push(part.name, {
        method: 'per_event_deduct',
        events: [
          {
            item: draft.count(
              next(),
              part.if_solved === undefined ? part.name : `${part.name}（未破）`,
              part.name.slice(-1),
            ),
            pointsEach: part.deduct,
          },
          ...(part.if_solved === undefined
            ? []
            : [
                {
                  item: draft.count(`${next()}S`, `${part.name}（已破）`, part.name.slice(-1)),
                  pointsEach: part.if_solved,
                },
              ]),
        ],
        limit: { kind: 'none' },
      })
    else push(part.name, { method: 'fixed_deduct', item: draft.count(next(), part.name), points: part.deduct })
  }
  const bands = conditionBands(indicator.bands ?? [])
  if (bands !== null)
    push(bands.figure, {
      method: 'banded',
      item: draft.add(next(), bands.figure, bands.best, { unit: '%', min: '0', max: '100' }),
      effect: 'deduct',
      bands: bands.bands,
      limit: { kind: 'none' },
    })
  for (const extra of indicator.extra_deduct ?? [])
    push(extra.when, { method: 'fixed_deduct', item: draft.count(next(), extra.when), points: extra.deduct })
  return { method: 'composite', parts, limit: { kind: 'floor' } }
}

/** Bands written as conditions: `安全感>80`, `60<安全感<=80`, `发案率>7%`. Open ones end where the next begins. */
function conditionBands(rows: readonly Readonly<Record<string, unknown>>[]) {
  const read = rows.map((row) => {
    const text = String(row['when']).replaceAll('%', '')
    const points = String(row['deduct'])
    const both = /^(\d+)<(.+?)<=(\d+)$/.exec(text)
    if (both !== null) return { figure: both[2] ?? '', from: both[1], to: both[3], points }
    const one = /^(.+?)(>|<=)(\d+)$/.exec(text)
    return {
      figure: one?.[1] ?? '',
      from: one?.[2] === '>' ? one[3] : undefined,
      to: one?.[2] === '<=' ? one[3] : undefined,
      points,
    }
  })
  const ordered = read.toSorted((a, b) => Number(a.from ?? -1) - Number(b.from ?? -1))
  const [first] = ordered
  if (first === undefined) return null
  const bands = ordered.map((band, index) => {
    const to = band.to ?? ordered[index + 1]?.from
    return {
      ...(band.from === undefined ? {} : { from: band.from }),
      fromIncluded: false,
      ...(to === undefined ? {} : { to }),
      toIncluded: to !== undefined,
      points: band.points,
    }
  })
  const lowest = bands[0]
  if (lowest?.from !== undefined) bands.unshift({ fromIncluded: false, to: lowest.from, toIncluded: true, points: '0' })
  // Where the highest band costs nothing, more is better.
  return { figure: first.figure, bands, best: bands.at(-1)?.points === '0' ? '100' : '0' }
}

/** Wenzhou 2017, annex 3: the negative list with all 13 rows, as an office would enter it. */
function wenzhou2017(table: Table): SampleScheme {
  const draft = new Draft()
  const rows = new Map(table.indicators.map((indicator) => [indicator.id, indicator]))
  const row = (id: string): Indicator => {
    const found = rows.get(id)
    if (found === undefined) throw new Error(`${id} is not in the sample table`)
    return found
  }
  const each = (id: string): string => row(id).points_each ?? '0'
  const leaf = (id: string, scoring: ScoringMethod, clause: string, over: Partial<LeafNode> = {}): LeafNode => ({
    kind: 'leaf',
    code: id,
    name: row(id).name,
    scoring,
    scoredBy: row(id).data_owner ?? '市平安办',
    evidence: [],
    source: { document: '温州市2017年县（市、区）考绩办法附件3', clause },
    ...over,
  })
  const events = (id: string, unit = '起'): LeafNode =>
    leaf(
      id,
      {
        method: 'per_event_deduct',
        events: [{ item: draft.count(id, row(id).name, unit), pointsEach: each(id) }],
        limit: { kind: 'none' },
      },
      row(id).category ?? '',
    )
  const spill = (id: string, period: 'month' | 'year'): LeafNode =>
    leaf(
      id,
      {
        method: 'child_rank_spillover',
        tiers: [
          {
            item: draft.count(id, `${row(id).name}个次`, '个次', period === 'month' ? { period: 'month' } : {}),
            each: period,
            bottom: 2,
            pointsEach: each(id),
          },
        ],
        limit: { kind: 'none' },
      },
      '平安暗访',
    )
  const percent = (code: string, name: string, definition: string) =>
    draft.add(code, name, '100', { unit: '%', min: '0', max: '100', definition })
  const branch = (code: string, name: string, children: SchemeNode[]): BranchNode => ({
    kind: 'branch',
    code,
    name,
    aggregation: 'sum',
    children,
  })

  const veto = branch('WZ-A', '一票否决事项', [
    leaf(
      'WZ-01',
      {
        method: 'fixed_deduct',
        item: draft.count('WZ-01', row('WZ-01').name, '起'),
        points: row('WZ-01').points ?? '30',
      },
      '一票否决事项',
    ),
  ])
  const accidents = ['WZ-02', 'WZ-03', 'WZ-04'].map((id) => events(id))
  const provincial = draft.count('WZ-05', '省级相应扣分', '分', {
    digits: 2,
    definition: '省平安考核对单起5分以上其他事件的扣分合计',
  })
  const repeated = [
    ...['WZ-02', 'WZ-03', 'WZ-04'].map((id) => ({
      id,
      item: draft.count(`${id}-R`, `${row(id).name}（再次发生或在重大活动期间）`, '起', {
        definition: '同类事件年内再次发生，或发生在重大活动安保期间',
      }),
    })),
  ]
  const repeatedProvincial = draft.count('WZ-05-R', '省级相应扣分（再次发生或在重大活动期间）', '分', { digits: 2 })
  const incidents = branch('WZ-B', '较大事故案件', [
    ...accidents,
    leaf(
      'WZ-05',
      { method: 'pass_through', item: provincial, coefficient: '0.25', limit: { kind: 'none' } },
      '较大事故案件',
    ),
    leaf(
      'WZ-06',
      {
        method: 'composite',
        // Doubling: the repeats, which the rows above already count once, cost the same once more.
        parts: [
          {
            code: 'WZ-06.1',
            name: '事故和命案加倍',
            scoring: {
              method: 'per_event_deduct',
              events: repeated.map(({ id, item }) => ({ item, pointsEach: each(id) })),
              limit: { kind: 'none' },
            },
          },
          {
            code: 'WZ-06.2',
            name: '其他事件加倍',
            scoring: { method: 'pass_through', item: repeatedProvincial, coefficient: '0.25', limit: { kind: 'none' } },
          },
        ],
        limit: { kind: 'none' },
      },
      '较大事故案件',
      { definition: '同类事件再次发生或发生在重大活动安保期间的，加倍扣分：上列各项已按一倍扣分，本项再扣一倍。' },
    ),
  ])
  const rates = branch('WZ-C', '平安三率', [
    leaf(
      'WZ-07',
      {
        method: 'shortfall_slope',
        item: percent('AQG', '群众安全感', '省统计局电话调查'),
        slopes: [
          { below: '96', perPoint: '0.25' },
          { below: '90', perPoint: '0.5' },
        ],
        reading: 'progressive',
        wholePointsOnly: false,
        limit: { kind: 'none' },
      },
      '平安三率',
      { definition: '两段斜率是分段累进还是整段适用，原文没有说明；这里按分段累进，改为整段适用只需改“分段读法”。' },
    ),
    leaf(
      'WZ-08',
      {
        method: 'shortfall_vs_reference',
        comparisons: [
          {
            item: percent('ZXL', '平安知晓率', '省统计局电话调查'),
            better: 'higher',
            reference: { kind: 'item', item: percent('ZXL-REF', '上年度全省平安知晓率平均', '上一年度全省平均') },
          },
          {
            item: percent('CYL', '平安参与率', '省统计局电话调查'),
            better: 'higher',
            reference: { kind: 'item', item: percent('CYL-REF', '上年度全省平安参与率平均', '上一年度全省平均') },
          },
        ],
        perPoint: '0.25',
        wholePointsOnly: false,
        limit: { kind: 'none' },
      },
      '平安三率',
    ),
  ])
  const visits = branch('WZ-D', '平安暗访', [
    leaf(
      'WZ-09',
      {
        method: 'per_event_deduct',
        events: [
          {
            item: draft.count('WZ-09', row('WZ-09').name, '个'),
            pointsEach: each('WZ-09'),
            repeated: {
              item: draft.count('WZ-09-R', '省级暗访问题回访仍未整改', '个'),
              factor: '2',
              when: '回访仍未整改',
            },
          },
        ],
        limit: { kind: 'none' },
      },
      '平安暗访',
    ),
    events('WZ-10', '个'),
    spill('WZ-11', 'month'),
    spill('WZ-12', 'year'),
  ])
  const movement = branch('WZ-E', '省级平安考核', [
    leaf(
      'WZ-13',
      {
        method: 'rank_movement',
        currentRank: draft.add('WC', '全省平安考核位次', '1', {
          unit: '位',
          min: '1',
          digits: 0,
          definition: '省平安考核公布的当年位次',
        }),
        previousRank: draft.add('WC-REF', '上年度全省平安考核位次', '1', { unit: '位', min: '1', digits: 0 }),
        steps: [
          { direction: 'drop', atLeast: '5', points: '1' },
          { direction: 'drop', atLeast: '10', points: '2' },
          { direction: 'rise', atLeast: '5', points: '0.5' },
        ],
      },
      '省级平安考核',
      { definition: '原文在“进步10位以上”处截断，未收录该档。' },
    ),
  ])
  const scheme = Scheme.parse({
    ...common(table, '条目据公开文本转述，数字照录；末行原文截断'),
    code: 'WZ-2017',
    name: '平安建设负面清单（温州2017年）',
    definition:
      '县（市、区）年度考绩中的平安建设扣分清单，几乎只扣分。原办法从考绩总分中扣，这里以100分为起点单独计分；不设下限。',
    source: {
      document: '温州市《2017年度县（市、区）考绩办法》附件3',
      url: table.source_url,
      note: '条目据公开文本转述，数字照录；末行原文截断',
    },
    items: draft.items,
    root: {
      kind: 'branch',
      code: 'WZ',
      name: '平安建设负面清单',
      aggregation: 'sum',
      children: [veto, incidents, rates, visits, movement],
    },
    capGroups: [{ code: 'RATES', name: '平安三率', limits: 'deductions', points: '5', nodes: ['WZ-07', 'WZ-08'] }],
    totals: { start: '100', keepApart: false },
  })
  return { id: table.id, scheme, best: draft.best }
}
