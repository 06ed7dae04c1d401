import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { MeasureId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { inParallel } from '@anjie/kernel'
import { showResult } from './demoForms.ts'
import { REPORT_COUNTY } from './demoPeople.ts'
import { DEMO_TOWNSHIPS } from './demoUnits.ts'
import { listedRows } from './listedRows.ts'
import type { Staff } from './staff.ts'

const { draftScheme, publishScheme, planCycle, openCycle, listCandidates, enterCommissionValues, publishRun } =
  OPERATIONS
const { listMeasures, issueMeasures } = OPERATIONS

const ADMIN = `${REPORT_COUNTY}.admin`
const AT_ONCE = 6

/** A quarter of a year: 2026-Q3 with its first and its last day. */
export interface Quarter {
  readonly period: string
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The last quarter that is over on a day. */
export function quarterBefore(day: PlainDate): Quarter {
  const to = addDays(
    PlainDate.parse(
      `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`,
    ),
    -1,
  )
  const year = to.slice(0, 4)
  const number = Number(to.slice(5, 7)) / 3
  return {
    period: `${year}-Q${number}`,
    name: `${year}年第${number}季度`,
    from: PlainDate.parse(`${year}-${String(number * 3 - 2).padStart(2, '0')}-01`),
    to,
  }
}

const item = { unit: '%', period: 'quarter', filledBy: 'commission', rollUp: 'none', overTime: 'latest' } as const

/** 群众满意度测评: the last two of two quarters running are called in (domain notes §2.9), red three times is a yellow card. */
const satisfaction = (year: number): Scheme =>
  Scheme.parse({
    format: 'anjie-scheme/1',
    code: `MYD-${year}`,
    name: `${year}年乡镇（街道）群众满意度季度测评办法`,
    year,
    cycle: 'quarter',
    subjectKind: 'township',
    definition: '每季度电话测评，按满意度排名。',
    source: { document: '演示：乡镇（街道）群众满意度季度测评办法' },
    items: [
      {
        ...item,
        code: 'MYD',
        name: '群众满意度',
        definition: '回答满意和基本满意的比例',
        absentMeans: 'missing',
        min: '0',
        max: '100',
        digits: 2,
      },
      {
        ...item,
        code: 'VETOED',
        name: '督导否决次数',
        unit: '次',
        definition: '挂牌督办期满未摘牌、决定予以否决',
        absentMeans: 'zero',
        fromVetoes: true,
      },
    ],
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '总分',
      aggregation: 'sum',
      children: [
        {
          kind: 'leaf',
          code: 'M1',
          name: '群众满意度',
          points: '100',
          scoring: { method: 'formula', text: '[群众满意度]', missing: 'any-missing', floorZero: false },
          scoredBy: '县平安办',
          evidence: [],
        },
      ],
    },
    capGroups: [],
    vetoes: [{ code: 'V1', name: '挂牌督办期满未摘牌', item: 'VETOED', atLeast: '1', effect: { kind: 'disqualify' } }],
    escalations: [
      {
        code: 'E1',
        name: '连续两期满意度排名末位约谈',
        when: { kind: 'bottom', places: 2 },
        times: 2,
        measure: 'interview',
        demands: '乡镇党政主要负责人、政法委员到会说明情况，提出改进措施。',
        source: { document: '演示：乡镇（街道）群众满意度季度测评办法', clause: '第八条' },
      },
      {
        code: 'E2',
        name: '连续三期红色黄牌警告',
        when: { kind: 'grade', grades: ['RED'] },
        times: 3,
        measure: 'yellow-card',
        months: 6,
        barMonths: 6,
        demands: '限期整改，期满由县平安办验收。',
        source: { document: '演示：乡镇（街道）群众满意度季度测评办法', clause: '第九条' },
      },
    ],
    groups: [{ code: 'ALL', name: '乡镇（街道）', overrides: [] }],
    grades: [
      { code: 'GREEN', name: '绿色', minScore: '90' },
      { code: 'YELLOW', name: '黄色', minScore: '85' },
      { code: 'RED', name: '红色' },
    ],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '0', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'all-missing' } },
  })

/** Of the first eight townships in both quarters; the last two stay last. */
const FIGURES: readonly (readonly [string, string])[] = [
  ['96.20', '95.80'],
  ['94.10', '95.10'],
  ['92.35', '93.00'],
  ['91.70', '92.40'],
  ['90.60', '91.15'],
  ['89.90', '90.05'],
  ['84.30', '83.10'],
  ['82.75', '82.20'],
]

/** 递进督导: two quarters of which two townships were last in both; of the two interviews that were drafted one is signed. One stands unranked by a decided veto. */
export async function seedEscalation(staff: Staff, today: PlainDate): Promise<void> {
  const newest = quarterBefore(today)
  const quarters = [quarterBefore(newest.from), newest]
  const scheme = satisfaction(Number(newest.to.slice(0, 4)))
  const drafted = await staff.call(ADMIN, draftScheme, { body: { scheme } })
  const inForce = { params: { schemeId: drafted.id }, body: { as: 'in-force' as const }, ifMatch: drafted.version }
  await staff.call(ADMIN, publishScheme, inForce)
  const { candidates } = await staff.call(ADMIN, listCandidates, { query: { subjectKind: 'township' } })
  const subjects = DEMO_TOWNSHIPS.slice(0, FIGURES.length).flatMap((name) => {
    const found = candidates.find((each) => each.name === name)
    return found === undefined ? [] : [{ code: found.code, group: 'ALL' }]
  })
  for (const [at, quarter] of quarters.entries()) {
    const planned = await staff.call(ADMIN, planCycle, {
      body: {
        name: `${quarter.name}乡镇（街道）群众满意度测评`,
        year: Number(quarter.to.slice(0, 4)),
        schemeId: drafted.id,
        dataFrom: quarter.from,
        dataTo: quarter.to,
        dueOn: addDays(quarter.to, 15),
        subjects,
      },
    })
    const params = { cycleId: planned.id }
    await staff.call(ADMIN, openCycle, { params, ifMatch: planned.version })
    await inParallel(subjects, AT_ONCE, async ({ code }, place) => {
      const value = FIGURES[place]?.[at] ?? '90'
      await staff.call(ADMIN, enterCommissionValues, {
        params: { ...params, subject: code },
        body: { values: [{ item: 'MYD', period: quarter.period, status: 'reported', value }] },
        ifMatch: 0,
      } as never)
    })
    const { runId, version } = await showResult(staff, ADMIN, planned.id, today, undefined, '测评数据由县平安办提供')
    const body = { earlyReason: '演示数据：各乡镇已确认无异议' }
    await staff.call(ADMIN, publishRun, { params: { runId }, body, ifMatch: version })
  }
  const drafts = () => staff.call(ADMIN, listMeasures, { query: { kind: 'interview', status: 'draft' } } as never)
  const [first] = await listedRows(drafts, ({ fields }) => fields.trigger === 'league-table', 2)
  if (first === undefined) throw new Error('two interviews were drafted')
  const measures = [{ id: first.id as MeasureId, version: first.version }]
  await staff.call(ADMIN, issueMeasures, { body: { measures } } as never)
}
