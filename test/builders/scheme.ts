import { type DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'

const item = (given: Pick<DataItem, 'code' | 'name' | 'unit' | 'filledBy'> & Partial<DataItem>): DataItem => ({
  definition: given.name,
  period: 'year',
  rollUp: 'none',
  overTime: 'latest',
  absentMeans: 'missing',
  ...given,
})

const count = (code: string, name: string, unit: string): DataItem =>
  item({ code, name, unit, filledBy: 'subject', min: '0', digits: 0 })

/**
 * A small scheme for counties in three groups: the safety slope of Wenzhou 2017 (entered by the commission), a register of
 * accidents, and the basic figures of the county report with their relations. Everybody starts with 100 points.
 */
export function countyScheme(
  given: { readonly reading?: 'progressive' | 'whole-range' } & Partial<Scheme> = {},
): Scheme {
  const { reading = 'progressive', ...rest } = given
  return Scheme.parse({
    format: 'anjie-scheme/1',
    code: 'COUNTY-2026',
    name: '2026年平安建设考评方案',
    year: 2026,
    cycle: 'year',
    subjectKind: 'county',
    definition: '对县（市、区）的年度考评',
    source: { document: '测试方案' },
    items: [
      item({ code: 'SAFETY', name: '群众安全感', unit: '%', filledBy: 'commission', min: '0', max: '100', digits: 2 }),
      item({
        code: 'ACCIDENTS',
        name: '较大安全事故',
        unit: '起',
        filledBy: 'subject',
        overTime: 'sum',
        absentMeans: 'zero',
        min: '0',
        digits: 0,
      }),
      item({
        code: 'DRILLS',
        name: '应急演练',
        unit: '次',
        filledBy: 'subject',
        period: 'half-year',
        overTime: 'sum',
        min: '0',
        digits: 0,
      }),
      item({ code: 'COVERAGE', name: '网格覆盖率', unit: '%', filledBy: 'subject', min: '0', max: '100', digits: 2 }),
      count('DISPUTES_FOUND', '排查矛盾纠纷数', '件'),
      count('DISPUTES_RESOLVED', '化解成功数', '件'),
      count('CENTERS_TOTAL', '综治中心总数', '个'),
      count('CENTERS_DEMONSTRATION', '示范类', '个'),
      count('CENTERS_BUILDING', '创建类', '个'),
      count('CENTERS_LED', '带动类', '个'),
    ],
    checks: [
      {
        kind: 'parts-sum',
        whole: 'CENTERS_TOTAL',
        parts: ['CENTERS_DEMONSTRATION', 'CENTERS_BUILDING', 'CENTERS_LED'],
        severity: 'warning',
      },
      { kind: 'at-most', item: 'DISPUTES_RESOLVED', limitItem: 'DISPUTES_FOUND', severity: 'error' },
      {
        kind: 'rate',
        name: '调解成功率',
        numerator: 'DISPUTES_RESOLVED',
        denominator: 'DISPUTES_FOUND',
        digits: 2,
      },
    ],
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '平安建设',
      aggregation: 'sum',
      children: [
        {
          kind: 'leaf',
          code: 'S',
          name: '群众安全感',
          scoring: {
            method: 'shortfall_slope',
            item: 'SAFETY',
            slopes: [
              { below: '96', perPoint: '0.25' },
              { below: '90', perPoint: '0.5' },
            ],
            reading,
            wholePointsOnly: false,
            limit: { kind: 'cap', points: '5' },
          },
          scoredBy: '省平安办',
          evidence: ['民意调查报告'],
        },
        {
          kind: 'leaf',
          code: 'A',
          name: '较大安全事故',
          scoring: {
            method: 'per_event_deduct',
            events: [{ item: 'ACCIDENTS', pointsEach: '5' }],
            limit: { kind: 'none' },
          },
          scoredBy: '省应急厅',
          evidence: [],
        },
      ],
    },
    capGroups: [],
    vetoes: [],
    groups: [
      { code: 'G1', name: '一类县', overrides: [] },
      { code: 'G2', name: '二类县', overrides: [] },
      { code: 'G3', name: '三类县', overrides: [] },
    ],
    grades: [],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '100', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'any-missing' } },
    ...rest,
  })
}

/** Figures that a subject gives for each month: twelve cells each. */
export const monthlyItems = (count: number): DataItem[] =>
  Array.from({ length: count }, (_, index) => ({
    code: `M${index}`,
    name: `每月数据${index}`,
    unit: '件',
    definition: '',
    period: 'month' as const,
    filledBy: 'subject' as const,
    rollUp: 'none' as const,
    overTime: 'sum' as const,
    absentMeans: 'zero' as const,
    min: '0',
    digits: 0,
  }))
