import { DataItem, type Escalation, type Scheme, type Veto } from '@anjie/contracts/vocabulary/schemes/scheme'
import { beijingDay } from '@anjie/kernel'
import { member, PLACES } from '../builders/people.ts'
import { done, type Province, reporterOf, reviewerOf } from '../builders/province.ts'
import { countyScheme } from '../builders/scheme.ts'

export const COUNTY = PLACES.county.code
export const countyAdmin = member({ roles: ['county-admin'], jurisdiction: COUNTY, personId: 'table-admin' })

const item = (code: string, name: string, over: object = {}): DataItem =>
  DataItem.parse({
    code,
    name,
    unit: '件',
    definition: name,
    period: 'quarter',
    filledBy: 'subject',
    rollUp: 'sum',
    overTime: 'latest',
    absentMeans: 'missing',
    min: '0',
    digits: 0,
    ...over,
  })

export const VETOED = item('VETOED', '督导否决次数', { filledBy: 'commission', fromVetoes: true, unit: '次' })

/** One point off for each dispute, quarter by quarter; 60 and more is green, anything below red. */
export const quarterly = (escalations: readonly Escalation[], vetoes: readonly Veto[] = []): Scheme =>
  countyScheme({
    code: 'TOWNS',
    name: '乡镇季度考评方案',
    cycle: 'quarter',
    subjectKind: 'township',
    items: [item('DISPUTES', '矛盾纠纷数'), ...(vetoes.length === 0 ? [] : [VETOED])],
    checks: [],
    vetoes: [...vetoes],
    grades: [
      { code: 'GREEN', name: '绿色', minScore: '60' },
      { code: 'RED', name: '红色' },
    ],
    root: {
      kind: 'branch',
      code: 'ROOT',
      name: '总分',
      aggregation: 'sum',
      children: [
        {
          kind: 'leaf',
          code: 'D',
          name: '矛盾纠纷',
          scoring: {
            method: 'per_event_deduct',
            events: [{ item: 'DISPUTES', pointsEach: '1' }],
            limit: { kind: 'none' },
          },
          scoredBy: '平安办',
          evidence: [],
        },
      ],
    },
    ...(escalations.length === 0 ? {} : { escalations: [...escalations] }),
  })

export const SPANS = {
  '2026-Q1': ['2026-01-01', '2026-03-31'],
  '2026-Q2': ['2026-04-01', '2026-06-30'],
  '2026-Q3': ['2026-07-01', '2026-09-30'],
  '2026-Q4': ['2026-10-01', '2026-12-31'],
} as const
export type Quarter = keyof typeof SPANS

export async function publishedScheme(province: Province, scheme: Scheme): Promise<string> {
  const { id } = done(await province.run(countyAdmin, 'draftScheme', { body: { scheme } }))
  const inForce = { params: { schemeId: id as never }, body: { as: 'in-force' as const } }
  done(await province.run(countyAdmin, 'publishScheme', inForce, 1))
  return id
}

/** A quarter of townships, filled in: its cycle. */
export async function filledQuarter(
  province: Province,
  schemeId: string,
  period: Quarter,
  disputes: Readonly<Record<string, string>>,
): Promise<string> {
  const [dataFrom, dataTo] = SPANS[period]
  const planned = done(
    await province.run(countyAdmin, 'planCycle', {
      body: {
        name: `${period}乡镇考评`,
        year: 2026,
        schemeId,
        dataFrom,
        dataTo,
        dueOn: '2027-01-31',
        subjects: Object.keys(disputes).map((code) => ({ code, group: 'G1' })),
      } as never,
    }),
  )
  const params = { cycleId: planned.id as never }
  done(await province.run(countyAdmin, 'openCycle', { params }, 1))
  const { state } = done(await province.ask(countyAdmin, 'getCycle', { params }))
  for (const { code, submissionId } of state.subjects) {
    const form = { submissionId: submissionId as never }
    const values = [{ item: 'DISPUTES', period, status: 'reported', value: disputes[code] }] as never
    done(await province.run(reporterOf(COUNTY), 'saveValues', { params: form, body: { values } }, 1))
    done(await province.run(reporterOf(COUNTY), 'submitSubmission', { params: form }, 2))
    done(await province.run(reviewerOf(COUNTY), 'verifySubmission', { params: form, body: {} }, 3))
  }
  return planned.id
}

export const score = async (province: Province, cycleId: string): Promise<string> =>
  done(await province.run(countyAdmin, 'runScores', { params: { cycleId: cycleId as never }, body: {} })).id

export const previewed = async (province: Province, runId: string): Promise<void> => {
  const preview = { params: { runId: runId as never }, body: { appealsUntil: beijingDay(province.now) as never } }
  done(await province.run(countyAdmin, 'previewRun', preview, 1))
}

export const publish = (province: Province, runId: string, version = 2) =>
  province.run(
    countyAdmin,
    'publishRun',
    { params: { runId: runId as never }, body: { earlyReason: '各单位均无异议' } },
    version,
  )

/** Scored, shown and published, and what the scorer does as soon as it hears of that: how many measures were drafted. */
export async function publishedQuarter(province: Province, cycleId: string): Promise<number> {
  const runId = await score(province, cycleId)
  await previewed(province, runId)
  done(await publish(province, runId))
  return province.escalate(runId)
}
