import type { OperationId } from '@anjie/contracts/operations/index'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { CycleId, MembershipId, type SubjectCode, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PaperStep } from '@anjie/contracts/vocabulary/procedure/procedurePaper'
import { PROCEDURE_STEPS } from '@anjie/contracts/vocabulary/procedure/procedureStep'
import { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { honourNameOf } from '@anjie/domain/honours/types/index'
import { grantPost } from '@anjie/domain/people/grantPost'
import { paperIdOf } from '@anjie/domain/procedure/paperIds'
import { digest } from '@anjie/store'
import { provinceCase } from '../provinceCase.ts'
import { type Bench, entryOf } from './bench.ts'
import type { BenchApi } from './benchApi.ts'
import { type FilledProvince, must, platform, RUNNING_YEAR } from './fillProvince.ts'

const ITEMS = ['CASES', 'FIRES'] as const

/** A county's own scheme over its townships: points off for each case and each fire, and a best grade. */
function townshipScheme(): Scheme {
  const { scheme } = provinceCase(0, 1, false)
  const leaf = (item: string) => ({
    kind: 'leaf',
    code: item,
    name: `发生数${item}`,
    scoring: { method: 'per_event_deduct', events: [{ item, pointsEach: '1' }], limit: { kind: 'none' } },
    scoredBy: '公安局',
    evidence: [],
  })
  return Scheme.parse({
    ...scheme,
    code: `TOWNS-${RUNNING_YEAR}`,
    name: `${RUNNING_YEAR}年乡镇平安建设考评方案`,
    year: RUNNING_YEAR,
    subjectKind: 'township',
    items: ITEMS.map((code) => ({ ...scheme.items[0], code, name: `发生数${code}`, unit: '起', definition: code })),
    root: { ...scheme.root, children: ITEMS.map(leaf) },
    groups: [{ code: 'ALL', name: '乡镇', overrides: [] }],
    grades: [
      { code: 'BEST', name: '优秀', minScore: '99' },
      { code: 'PASS', name: '合格' },
    ],
    totals: { start: '100', keepApart: false },
  })
}

/** What a team's members are chosen from; the bench's people hold their posts without a record. */
async function recordPost(
  api: BenchApi,
  { id, identity, version: _version, ...held }: Membership,
): Promise<MembershipId> {
  const { store, now } = platform(api)
  const post = { ...held, id: MembershipId.parse(id), holder: 'person', boundTo: digest(identity) } as const
  const { units: _units, ...given } = post
  const granted = grantPost(given, now, honourNameOf)
  await must(store.commit([{ kind: 'membership', id: post.id, expectedVersion: 0, ...granted }]))
  return post.id
}

/** 考评程序: every step of a county's cycle over its ten townships, from switching it on to the leading group's decision. */
export async function assessBySteps(bench: Bench, { api, staff, counties }: FilledProvince): Promise<void> {
  const county = entryOf(counties, 0)
  const [reporter, reviewer, admin] = [
    staff.countyReporter(county),
    staff.countyReviewer(county),
    staff.countyAdmin(county),
  ]
  api.now = `${RUNNING_YEAR}-11-09T01:00:00.000Z`
  const department = async (name: string) => {
    const body = { kind: 'department', name, validFrom: '2020-01-01' } as const
    return UnitId.parse((await api.call(admin, 'registerUnit', { body })).id)
  }
  const [police, housing] = [await department('公安局'), await department('住建局')]
  const [clerk, head] = [staff.ofUnit(county, police), staff.ofUnit(county, police, '.head')]
  const { candidates } = await api.call(admin, 'listCandidates', { query: { subjectKind: 'township' } })
  const towns = candidates.map(({ code }) => code)
  const town = entryOf(towns, 0)
  const scheme = await api.call(admin, 'draftScheme', { body: { scheme: townshipScheme() } })
  await api.call(admin, 'publishScheme', {
    params: { schemeId: scheme.id },
    body: { as: 'in-force' },
    ifMatch: scheme.version,
  })
  const { id: cycleId, version: planned } = await api.call(admin, 'planCycle', {
    body: {
      name: `${RUNNING_YEAR}年乡镇平安建设考评`,
      year: RUNNING_YEAR,
      schemeId: scheme.id,
      dataFrom: `${RUNNING_YEAR}-01-01`,
      dataTo: `${RUNNING_YEAR}-12-31`,
      dueOn: `${RUNNING_YEAR}-12-31`,
      subjects: towns.map((code) => ({ code, group: 'ALL' })),
    },
  })
  const params = { cycleId }
  await api.call(admin, 'openCycle', { params, ifMatch: planned })

  const { version } = await api.call(admin, 'getProcedurePlan', { params })
  await bench.step('启用考评程序（10个乡镇）', admin, 'planProcedure', {
    params,
    body: {
      steps: PROCEDURE_STEPS.map((step) => ({ step, dueOn: `${RUNNING_YEAR}-12-20` })),
      scorers: [{ unitId: police, items: [...ITEMS] }],
      consulted: [housing],
      question: '对拟定等次有无不同意见',
    },
    ifMatch: version,
  } as never)
  const assessor = {
    id: CycleId.parse(cycleId),
    province: ProvinceCode.parse(provinceCodeOf(county)),
    county: CountyCode.parse(county),
  }
  const paperOf = async (step: PaperStep, subject: SubjectCode) => {
    const paper = { paperId: paperIdOf(step, subject, assessor) }
    return { params: paper, ifMatch: (await api.call(admin, 'getProcedurePaper', { params: paper })).version }
  }
  const onPaper = async (
    what: string,
    who: Membership,
    operation: OperationId,
    step: PaperStep,
    subject: SubjectCode,
    body?: object,
  ) =>
    bench.step(what, who, operation, {
      ...(await paperOf(step, subject)),
      ...(body === undefined ? {} : { body }),
    } as never)
  const sections = {
    work: '全年开展平安建设工作，逐村排查',
    results: '各项指标均已完成，详见附件',
    problems: '个别村巡逻记录不够完整规范',
    plans: '继续完善网格巡查与调解机制',
  }
  await onPaper('填写自评报告', reporter, 'saveReport', 'self-assessment', town, { sections })
  await onPaper('报送自评报告', reporter, 'filePaper', 'self-assessment', town)
  await onPaper('采纳自评报告', reviewer, 'acceptReport', 'self-assessment', town)
  const scores = towns.map((subject, at) => ({
    subject,
    values: ITEMS.map((item) => ({ item, period: String(RUNNING_YEAR), status: 'reported', value: String(at) })),
  }))
  await onPaper('录入部门评分（10个乡镇）', clerk, 'enterScores', 'department-scores', police, { scores })
  await onPaper('部门评分报负责人', clerk, 'filePaper', 'department-scores', police)
  await onPaper('签署部门评分', head, 'signScores', 'department-scores', police)
  await onPaper('答复征求的意见', staff.ofUnit(county, housing), 'answerConsultation', 'consultation', housing, {
    objects: false,
    text: '',
  })
  const team = {
    name: '第一考评组',
    on: `${RUNNING_YEAR}-11-09`,
    members: [await recordPost(api, reviewer)],
    subjects: [town],
  }
  const { version: assembled } = await api.call(admin, 'getFieldTeams', { params })
  await bench.step('组建考评组', admin, 'assembleTeams', {
    params,
    body: { teams: [team] },
    ifMatch: assembled,
  } as never)
  const findings = [{ indicator: 'FIRES', gravity: 'grave', text: '消防通道堵塞无人处置' }]
  await onPaper('记录考评发现', reviewer, 'saveFindings', 'field-visits', town, { findings })
  await onPaper('考评完毕', reviewer, 'filePaper', 'field-visits', town)
  await bench.ask('程序材料', reviewer, 'getProcedurePaper', { params: (await paperOf('field-visits', town)).params })
  await bench.ask('程序材料列表（县）', reviewer, 'listProcedurePapers', { query: { cycleId } })

  await api.call(admin, 'runScores', { params, body: { reason: '乡镇没有自行填报的项目' } })
  await api.carryOutScoring(cycleId)
  for (const subject of towns.slice(1)) {
    const given = await paperOf('self-assessment', subject)
    await api.call(admin, 'waivePaper', { ...given, body: { reason: '本次计量只办一份' } })
  }
  const atProcedure = async () => ({ params, ifMatch: (await api.call(admin, 'getProcedure', { params })).version })
  await bench.step('列出一票否决审查对象', reviewer, 'listReviewCandidates', await atProcedure())
  for (const [what, outcome, grounds] of [
    ['提出审查意见（取消资格）', 'struck', '期内发生命案，按方案取消评优资格'],
    ['提出审查意见（通过）', 'cleared', '经核实，命案不在考评期内'],
  ] as const)
    await bench.step(what, reviewer, 'judgeCandidate', {
      ...(await atProcedure()),
      body: { subject: town, outcome, grounds },
    })
  await bench.step('确认审查意见', admin, 'confirmCandidate', { ...(await atProcedure()), body: { subject: town } })
  await bench.ask('考评程序（10个乡镇）', admin, 'getProcedure', { params })
  await bench.step('提请审定', reviewer, 'proposeGrades', {
    ...(await atProcedure()),
    body: { text: '请审定全年等次' },
  })
  await bench.step('登记审定结果', admin, 'decideGrades', {
    ...(await atProcedure()),
    body: {
      outcome: 'approved',
      on: `${RUNNING_YEAR}-11-09`,
      documentNumber: `平安委〔${RUNNING_YEAR}〕3号`,
      chair: '县委副书记',
      present: ['县委副书记', '县委政法委书记'],
      text: '同意所提等次，按程序公布',
    },
  } as never)
}
