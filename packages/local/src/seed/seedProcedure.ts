import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { CycleId, type SchemeId, type SubjectCode, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { PaperStep } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { paperIdOf } from '@anjie/domain/procedure/paperIds'
import { localSubmissionIdOf } from '@anjie/domain/submissions/submissionIds'
import { inParallel } from '@anjie/kernel'
import { scoresAreThere } from '../scoresAreThere.ts'
import { demoTownshipFigures } from './demoFigures.ts'
import { fillAndVerify } from './demoForms.ts'
import { REPORT_COUNTY } from './demoPeople.ts'
import type { Staff } from './staff.ts'

const { getProcedurePlan, planProcedure, getFieldTeams, assembleTeams, saveReport, filePaper, acceptReport } =
  OPERATIONS
const { returnPaper, enterScores, signScores, answerConsultation, saveFindings, draftFromFinding } = OPERATIONS
const { listReviewCandidates, judgeCandidate, confirmCandidate, proposeGrades, decideGrades } = OPERATIONS
const { listCandidates, planCycle, openCycle, enterCommissionValues, runScores, getScoring, getProcedure } = OPERATIONS

const YEAR = 2026
const AT_ONCE = 4
const [ADMIN, REVIEWER, REPORTER, CLERK, HEAD] = ['admin', 'reviewer', 'reporter', 'police', 'police-head'].map(
  (post) => `${REPORT_COUNTY}.${post}`,
) as [string, string, string, string, string]

const SECTIONS = {
  work: '按年度方案推进平安建设，逐村排查矛盾纠纷和治安隐患，建立台账并按月调度。',
  results: '矛盾纠纷化解、信息报送、群众安全感等指标完成情况见填报表和所附佐证。',
  problems: '个别村夜间巡逻记录不完整，网格事件流转偶有超时，已列入整改。',
  plans: '补齐网格力量，落实夜间巡逻签到，按季复盘重点矛盾纠纷。',
}

/** 领导小组审定 of a cycle whose result is shown: proposed by one, its minutes entered by another. */
export async function deliberate(staff: Staff, cycleId: string, dueOn: PlainDate): Promise<void> {
  const params = { cycleId }
  const { version } = await staff.call(ADMIN, getProcedurePlan, { params })
  const steps = [{ step: 'deliberation' as const, dueOn }]
  await staff.call(ADMIN, planProcedure, { params, ifMatch: version, body: { steps, scorers: [], consulted: [] } })
  const text = '各项指标已经审核，各乡镇对得分没有异议，请审定等次。'
  const proposed = await staff.call(REVIEWER, proposeGrades, { params, ifMatch: 1, body: { text } })
  await staff.call(ADMIN, decideGrades, {
    params,
    ifMatch: proposed.version,
    body: {
      outcome: 'approved',
      on: dueOn,
      documentNumber: `榆平安委〔${dueOn.slice(0, 4)}〕2号`,
      chair: '县委副书记',
      present: ['县委副书记', '县委政法委书记', '县政府分管副县长', '县委组织部副部长'],
      text: '同意平安办提请的等次，按程序公布；对末位乡镇由政法委约谈。',
    },
  })
}

/** 考评程序 of a running cycle with every step on, each in the middle of its way. */
export async function seedProcedure(staff: Staff, schemeId: SchemeId, today: PlainDate): Promise<void> {
  const { candidates } = await staff.call(ADMIN, listCandidates, { query: { subjectKind: 'township' } })
  const subjects = candidates.slice(0, 6)
  const planned = await staff.call(ADMIN, planCycle, {
    body: {
      name: `${YEAR}年度乡镇（街道）平安建设考评`,
      year: YEAR,
      schemeId,
      dataFrom: `${YEAR}-01-01`,
      dataTo: `${YEAR}-12-31`,
      dueOn: addDays(today, 20),
      subjects: subjects.map(({ code }) => ({ code, group: 'ALL' })),
    },
  })
  const params = { cycleId: planned.id }
  const { departments } = await staff.call(ADMIN, getProcedurePlan, { params })
  const department = (name: string) => {
    const found = departments.find((each) => each.name.endsWith(name))
    if (found === undefined) throw new Error(`the demo has the department ${name}`)
    return found.id
  }
  const [police, emergency, education, health] = ['公安局', '应急管理局', '教育局', '卫生健康局'].map(department) as [
    SubjectCode,
    SubjectCode,
    SubjectCode,
    SubjectCode,
  ]
  const dueIn = { 'self-assessment': 5, 'department-scores': 8, consultation: -1, 'field-visits': 10 }
  const body = {
    steps: [
      ...Object.entries(dueIn).map(([step, days]) => ({ step: step as PaperStep, dueOn: addDays(today, days) })),
      { step: 'veto-review' as const, dueOn: addDays(today, 15) },
      { step: 'deliberation' as const, dueOn: addDays(today, 25) },
    ],
    scorers: [
      { unitId: police, items: ['MA'] },
      { unitId: emergency, items: ['CB'] },
    ],
    consulted: [education, health],
    question: '对各乡镇拟定等次有无不同意见，请于截止日前答复。',
  }
  const arranged = await staff.call(ADMIN, planProcedure, { params, ifMatch: planned.version, body } as never)
  await staff.call(ADMIN, openCycle, { params, ifMatch: arranged.version })

  const cycle = {
    id: CycleId.parse(planned.id),
    province: ProvinceCode.parse(REPORT_COUNTY.slice(0, 2)),
    county: REPORT_COUNTY as never,
  }
  const paper = (step: PaperStep, of: SubjectCode) => ({ params: { paperId: paperIdOf(step, of, cycle) } })
  await inParallel(subjects.slice(0, 4), AT_ONCE, async ({ code, name }, at) => {
    const own = paper('self-assessment', code)
    const who = name === '霜台镇' ? `${REPORT_COUNTY}.township` : REPORTER
    await staff.call(who, saveReport, { ...own, ifMatch: 1, body: { sections: SECTIONS } })
    await staff.call(who, filePaper, { ...own, ifMatch: 2 })
    if (at === 0) await staff.call(REVIEWER, acceptReport, { ...own, ifMatch: 3 })
    const reason = '存在问题一节没有写明责任人和时限，请补充后重新报送'
    if (at === 1) await staff.call(REVIEWER, returnPaper, { ...own, ifMatch: 3, body: { reason } })
  })

  const figure = (item: string, value: string): FormValue => ({ item, period: String(YEAR), status: 'reported', value })
  const sheetOf = (item: string, worst: number) =>
    subjects.map(({ code }, at) => ({ subject: code, values: [figure(item, at === worst ? '1' : '0')] }))
  const [signed, unsigned] = [paper('department-scores', police), paper('department-scores', emergency)]
  await staff.call(CLERK, enterScores, { ...signed, ifMatch: 1, body: { scores: sheetOf('MA', 1) } })
  await staff.call(CLERK, filePaper, { ...signed, ifMatch: 2 })
  await staff.call(HEAD, signScores, { ...signed, ifMatch: 3 })
  await staff.call(REPORTER, enterScores, { ...unsigned, ifMatch: 1, body: { scores: sheetOf('CB', 2) } })
  await staff.call(REPORTER, filePaper, { ...unsigned, ifMatch: 2 })
  const answer = { objects: true, text: '云坞镇校园周边整治尚在进行，建议验收后再定等次。' }
  await staff.call(REPORTER, answerConsultation, { ...paper('consultation', education), ifMatch: 1, body: answer })

  await visits(staff, params, subjects, today, paper)
  await inParallel(subjects, AT_ONCE, async ({ code, name }, at) => {
    const values = [figure('AQG', `${95 + (at % 3)}.20`), figure('MA', '0'), figure('CB', '0'), figure('TG', '0')]
    await staff.call(ADMIN, enterCommissionValues, {
      params: { ...params, subject: code },
      ifMatch: 0,
      body: { values },
    })
    const own = demoTownshipFigures(name).map((value) => ({ ...value, period: String(YEAR) }))
    await fillAndVerify(staff, localSubmissionIdOf(UnitId.parse(code), cycle.id), CountyCode.parse(REPORT_COUNTY), own)
  })
  await review(staff, params)
}

async function visits(
  staff: Staff,
  params: { readonly cycleId: string },
  subjects: readonly { readonly code: SubjectCode }[],
  today: PlainDate,
  paper: (step: PaperStep, of: SubjectCode) => { readonly params: { readonly paperId: string } },
): Promise<void> {
  const { version, people } = await staff.call(ADMIN, getFieldTeams, { params })
  const post = (title: string) => people.filter((each) => each.post === title).map(({ id }) => id)
  const codes = subjects.map(({ code }) => code)
  const teams = [
    { name: '第一考评组', on: addDays(today, -2), members: post('县委政法委副书记'), subjects: codes.slice(0, 3) },
    { name: '第二考评组', on: addDays(today, 6), members: post('县平安办干事'), subjects: codes.slice(3) },
  ]
  await staff.call(ADMIN, assembleTeams, { params, ifMatch: version, body: { teams } })
  const [first, second] = codes
  if (first === undefined || second === undefined) throw new Error('the demo has townships')
  const found = paper('field-visits', first)
  const findings = [
    { indicator: 'B1', gravity: 'grave', text: '两起邻里纠纷登记后一个月没有调解记录' },
    { indicator: 'C1', gravity: 'remark', text: '月报表签字栏漏签两次' },
  ] as const
  await staff.call(REVIEWER, saveFindings, { ...found, ifMatch: 1, body: { findings: [...findings] } })
  await staff.call(REVIEWER, filePaper, { ...found, ifMatch: 2 })
  await staff.call(REVIEWER, draftFromFinding, { ...found, ifMatch: 3, body: { findingNumber: 1, workingDays: 10 } })
  await staff.call(REVIEWER, filePaper, { ...paper('field-visits', second), ifMatch: 1 })
}

/** Whoever would get the best grade by the first run: one cleared and confirmed, one struck and waiting for another person. */
async function review(staff: Staff, params: { readonly cycleId: string }): Promise<void> {
  const run = await staff.call(ADMIN, runScores, { params, body: {} })
  await scoresAreThere(() => staff.call(ADMIN, getScoring, { params }), run.id)
  const { version } = await staff.call(ADMIN, getProcedure, { params })
  let at = (await staff.call(REVIEWER, listReviewCandidates, { params, ifMatch: version })).version
  const { state } = await staff.call(ADMIN, getProcedure, { params })
  const [cleared, struck] = state.review?.candidates ?? []
  if (cleared === undefined) return
  const grounds = '经公安、信访、应急部门核对，期内没有否决情形'
  const subject = cleared.subject
  at = (
    await staff.call(REVIEWER, judgeCandidate, { params, ifMatch: at, body: { subject, outcome: 'cleared', grounds } })
  ).version
  at = (await staff.call(ADMIN, confirmCandidate, { params, ifMatch: at, body: { subject } })).version
  if (struck === undefined) return
  await staff.call(REVIEWER, judgeCandidate, {
    params,
    ifMatch: at,
    body: { subject: struck.subject, outcome: 'struck', grounds: '期内发生由未化解纠纷引发的命案，按方案取消评优资格' },
  })
}
