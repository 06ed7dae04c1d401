import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { LocalSubject, SubmissionId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { inParallel } from '@anjie/kernel'
import { showResult } from './demoForms.ts'
import { REPORT_COUNTY } from './demoPeople.ts'
import { DEMO_TOWNSHIPS } from './demoUnits.ts'
import { onceThere } from './onceThere.ts'
import type { Staff } from './staff.ts'

const { draftScheme, publishScheme, planCycle, openCycle, listCandidates, getCycle } = OPERATIONS
const { submitSubmission, verifySubmission, fileAppeal, answerAppeal, publishRun, getOwnScorecard } = OPERATIONS

const AT_ONCE = 4
const [ADMIN, REPORTER, REVIEWER, TOWNSHIP] = ['admin', 'reporter', 'reviewer', 'township'].map(
  (post) => `${REPORT_COUNTY}.${post}`,
) as [string, string, string, string]
/** 首批: the first of them changed hands half-way in the year. */
const ASSESSED = 6

const EVENTS = { kind: 'duty-events', name: '岗位负面事件' } as const
const ON = { kind: 'dated', column: 'on', name: '发生日期' } as const

/** 管理考核办法: points off for routine work that was not done in time, for negative events, and a veto (seed report: four lists). */
export function postScheme(year: number): Scheme {
  const item = (code: string, name: string, unit: string, digits: number, countedFrom: object) => ({
    code,
    name,
    unit,
    definition: `${name}，由岗位清单取数，不另填报`,
    period: 'year',
    filledBy: 'subject',
    rollUp: 'none',
    overTime: 'latest',
    absentMeans: 'missing',
    min: '0',
    digits,
    countedFrom,
  })
  const leaf = (code: string, name: string, scoring: object) => ({
    kind: 'leaf',
    code,
    name,
    scoring,
    scoredBy: '县委政法委',
    evidence: [],
  })
  return Scheme.parse({
    format: 'anjie-scheme/1',
    code: `GWKH${year}`,
    name: `${year}年乡镇政法委员管理考核办法`,
    year,
    cycle: 'year',
    subjectKind: 'post',
    definition: '对乡镇政法委员岗位履职情况的年度考核，只在本县使用',
    source: { document: '榆陂县乡镇政法委员管理考核办法（试行）' },
    items: [
      item('RCWC', '日常清单完成率', '%', 2, {
        source: { kind: 'duty-routine', name: '岗位日常工作' },
        where: [],
        period: { kind: 'dated', column: 'dueOn', name: '应完成日' },
        figure: {
          kind: 'share',
          of: [{ column: 'result', name: '完成情况', op: '=', value: 'done', words: '按时完成' }],
          whenNone: 'not-applicable',
        },
      }),
      item('FMKF', '负面事件扣分', '分', 2, {
        source: EVENTS,
        where: [],
        period: ON,
        figure: { kind: 'sum', column: 'points', name: '扣分', whenBlank: 'missing' },
      }),
      item('YPFJ', '一票否决事件', '件', 0, {
        source: EVENTS,
        where: [{ column: 'veto', name: '一票否决', op: '=', value: 'yes', words: '是' }],
        period: ON,
        figure: { kind: 'count' },
      }),
    ],
    checks: [],
    root: {
      kind: 'branch',
      code: 'T',
      name: '管理考核',
      aggregation: 'sum',
      children: [
        leaf('RC', '日常清单', {
          method: 'shortfall_slope',
          item: 'RCWC',
          slopes: [{ below: '90', perPoint: '0.2' }],
          reading: 'progressive',
          wholePointsOnly: false,
          limit: { kind: 'cap', points: '20' },
        }),
        leaf('FM', '负面清单', {
          method: 'per_event_deduct',
          events: [{ item: 'FMKF', pointsEach: '1' }],
          limit: { kind: 'none' },
        }),
        leaf('FJ', '一票否决', {
          method: 'per_event_deduct',
          events: [{ item: 'YPFJ', pointsEach: '60' }],
          limit: { kind: 'none' },
        }),
      ],
    },
    capGroups: [],
    vetoes: [],
    groups: [{ code: 'ALL', name: '乡镇政法委员', overrides: [] }],
    grades: [],
    quotas: [],
    rounding: { mode: 'half-up', digits: 2 },
    ranking: { basis: 'published', numbering: '1224', scope: 'group' },
    totals: { start: '100', keepApart: false },
    missing: { leaf: 'no-score', notApplicable: 'redistribute', branch: { strategy: 'any-missing' } },
  })
}

/** 管理考核 of the report county: six posts drawn up, scored, shown, one appeal dismissed, published in the county. */
export async function seedPostCycle(staff: Staff, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4))
  const drafted = await staff.call(ADMIN, draftScheme, { body: { scheme: postScheme(year) } })
  const inForce = { params: { schemeId: drafted.id }, body: { as: 'in-force' as const }, ifMatch: drafted.version }
  await staff.call(ADMIN, publishScheme, inForce)
  const { candidates } = await staff.call(ADMIN, listCandidates, { query: { subjectKind: 'post' } })
  const subjects = DEMO_TOWNSHIPS.slice(0, ASSESSED).flatMap((name) => {
    const found = candidates.find((each) => each.name === `${name}政法委员`)
    return found === undefined ? [] : [{ code: found.code, group: 'ALL' }]
  })
  const planned = await staff.call(ADMIN, planCycle, {
    body: {
      name: `${year}年度乡镇政法委员管理考核`,
      year,
      schemeId: drafted.id,
      dataFrom: PlainDate.parse(`${year}-01-01`),
      dataTo: PlainDate.parse(`${year}-12-31`),
      dueOn: PlainDate.parse(`${year + 1}-01-31`),
      subjects,
    },
  })
  const params = { cycleId: planned.id }
  await staff.call(ADMIN, openCycle, { params, ifMatch: planned.version })
  const { state } = await staff.call(ADMIN, getCycle, { params })
  await inParallel(state.subjects, AT_ONCE, async ({ submissionId }) => {
    const form = { submissionId: SubmissionId.parse(submissionId) }
    const { version } = await staff.call(REPORTER, submitSubmission, { params: form, body: {}, ifMatch: 1 })
    await staff.call(REVIEWER, verifySubmission, {
      params: form,
      body: { opinion: '与岗位清单一致' },
      ifMatch: version,
    })
  })
  const { runId, version } = await showResult(staff, ADMIN, planned.id, addDays(today, 10))
  const subject = LocalSubject.parse(state.subjects[0]?.code)
  await onceThere(() => staff.call(TOWNSHIP, getOwnScorecard, { params, query: { subject } }))
  const claim = '上半年走访已在纸质台账记录，因系统未开通未能登记，请复核'
  const filed = await staff.call(TOWNSHIP, fileAppeal, { params, body: { subject, node: 'RC', claim } })
  await staff.call(ADMIN, answerAppeal, {
    params: { appealId: filed.id as never },
    body: { outcome: 'dismissed', answer: '经复核，日常清单施行后的走访应当登记，原得分不变' },
    ifMatch: filed.version,
  })
  const body = { earlyReason: '演示数据：各岗位所在乡镇已确认无异议' }
  await staff.call(ADMIN, publishRun, { params: { runId }, body, ifMatch: version })
}
