import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { CatalogueCode } from '@anjie/contracts/vocabulary/catalogue/catalogueCode'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CityCode, CountyCode, DivisionChangeId } from '@anjie/contracts/vocabulary/divisions/divisions'
import { CampaignId, MovePlanId, RecheckId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { READY_REGISTERS } from '@anjie/domain/registers/ready/readyRegisters'
import { mediationRow } from '../registers/benchRegisters.ts'
import { Bench, entryOf, type Measured } from './bench.ts'
import { WHOLE_PROVINCE } from './benchProvince.ts'
import { type FilledProvince, RUNNING_YEAR } from './fillProvince.ts'
import { acceptance, closeNotice, everyOffice, filledApplication } from './fillRound.ts'
import { reconcileSystems } from './measuredDisputes.ts'
import { keepPosts } from './measuredPosts.ts'
import { assessBySteps } from './measuredProcedure.ts'
import { superviseVillages } from './measuredSupervision.ts'
import type { SlowestCalls } from './slowestCalls.ts'

/**
 * The operations that people use most, each measured once on the filled province: first everything that is only read, then
 * a year's work step by step. The order matters, because each step of the work needs the one before.
 */
export async function measureOperations(
  province: FilledProvince,
  slowest?: SlowestCalls,
): Promise<readonly Measured[]> {
  const bench = new Bench(province, slowest)
  await readEverything(bench, province)
  await enterOnce(bench, province)
  await fillInAndScore(bench, province)
  await placesAndBars(bench, province)
  await applyAndName(bench, province)
  await recheckTitles(bench, province)
  await superviseVillages(bench, province)
  await reconcileSystems(bench, province)
  await keepPosts(bench, province)
  await assessBySteps(bench, province)
  await moveCounties(bench, province)
  return bench.measured
}

async function readEverything(bench: Bench, province: FilledProvince): Promise<void> {
  const { staff, counties, finished, running, round } = province
  const county = entryOf(counties, 0)
  const { provinceAdmin, provinceReviewer } = staff
  const city = staff.cityReviewer(cityCodeOf(county))
  const reporter = staff.countyReporter(county)
  const reviewer = staff.countyReviewer(county)
  const long = entryOf(running.forms, 0)
  const short = entryOf(running.forms, 1)
  const cycle = { params: { cycleId: running.cycleId } }
  const finishedCycle = { params: { cycleId: finished.cycleId } }
  const application = { params: { applicationId: entryOf(round.accepted, 0) } }

  const runs = await province.api.call(provinceAdmin, 'listRuns', finishedCycle)
  const run = { params: { runId: entryOf(runs.rows, 0).id } }

  await bench.ask('首页（省级管理员）', provinceAdmin, 'getHome')
  await bench.ask('首页（省级审核员）', provinceReviewer, 'getHome')
  await bench.ask('首页（市级）', city, 'getHome')
  await bench.ask('首页（县级填报员）', reporter, 'getHome')
  await bench.ask('未读消息数（县级填报员）', reporter, 'countMessages')
  await bench.ask('消息（省级审核员）', provinceReviewer, 'listMessages')
  await bench.ask('消息（县级填报员）', reporter, 'listMessages')
  await bench.step('全部标为已读', reporter, 'readMessages', { body: { upTo: province.api.now } })
  await bench.ask('未读消息数（全部已读）', reporter, 'countMessages')
  await bench.ask('本人任职', provinceReviewer, 'getMe')
  await bench.ask('已办（省级审核员）', provinceReviewer, 'listHandled')
  await bench.ask('填报表列表（省）', provinceReviewer, 'listSubmissions')
  await bench.ask('填报表列表（县）', reporter, 'listSubmissions')
  await bench.ask('打开填报表（保存多次）', reporter, 'getSubmission', { params: { submissionId: long.id } })
  await bench.ask('打开填报表（已审定）', staff.countyReporter(short.county), 'getSubmission', {
    params: { submissionId: short.id },
  })
  await bench.ask('更早的办理过程', reporter, 'getEarlierSteps', {
    params: { kind: 'submission', recordId: long.id },
    query: { before: Math.max(2, Math.round(WHOLE_PROVINCE.savesOfOneForm * province.share) - 20) },
  })
  const urged = { caseKind: 'submission', caseId: long.id } as const
  await bench.ask('催报情况', provinceReviewer, 'getUrgings', { params: urged })
  await bench.step('催报', city, 'urgeCase', { params: urged, body: { emergency: '今日上报，请即刻办理' } })
  await bench.ask('任职列表（县）', staff.countyAdmin(county), 'listMemberships')
  await bench.step('邀请任职', staff.countyAdmin(county), 'inviteMember', {
    body: { personName: '林一', post: '平安办主任科员', roles: ['county-reporter'], validUntil: '2027-12-31' },
  })
  await bench.ask('汇总设置', reporter, 'getDigestSetting')
  await bench.step('选择汇总送达方式', reporter, 'setDigestSetting', {
    body: { channel: 'email', address: 'desk@anjie.example' },
  })
  await bench.ask('往期数据', reporter, 'getPastValues', { params: { submissionId: long.id } })
  await bench.ask('考评周期列表', provinceAdmin, 'listCycles')
  await bench.ask('考评周期', provinceAdmin, 'getCycle', cycle)
  await bench.ask('填报进度（省）', provinceAdmin, 'getCycleProgress', cycle)
  await bench.ask('填报进度（市）', city, 'getCycleProgress', cycle)
  await bench.ask('考评方数据', provinceAdmin, 'getCommissionValues', cycle)
  await bench.ask('考评方案列表', provinceAdmin, 'listSchemes')
  await bench.ask('考评方案', provinceAdmin, 'getScheme', { params: { schemeId: running.schemeId } })
  await bench.ask('计分记录', provinceAdmin, 'listRuns', finishedCycle)
  await bench.ask('一次计分（已公布）', provinceAdmin, 'getRun', run)
  await bench.ask('一个县的得分凭据', provinceAdmin, 'getScorecard', {
    params: { ...run.params, subject: county },
  })
  await bench.ask('本县得分凭据', reviewer, 'getOwnScorecard', finishedCycle)
  await bench.ask('排名表（县）', reviewer, 'getLeagueTable', finishedCycle)
  await bench.ask('申诉列表（省）', provinceReviewer, 'listAppeals')
  await bench.ask('申报轮次', reporter, 'listRounds')
  await bench.ask('申报轮次详情', reporter, 'getRound', { params: { roundId: round.roundId } })
  await bench.ask('申报列表（省）', provinceReviewer, 'listApplications', { query: { stage: 'open' } })
  await bench.ask('申报列表（省，一市待验收）', provinceReviewer, 'listApplications', {
    query: { stage: 'open', status: 'accepted', place: cityCodeOf(county) },
  })
  await bench.ask('申报列表（省，已办结）', provinceReviewer, 'listApplications', { query: { stage: 'closed' } })
  await bench.ask('申报列表（省，按名称）', provinceReviewer, 'listApplications', { query: { name: '安宁' } })
  await bench.ask('申报列表（市）', city, 'listApplications', { query: { stage: 'open' } })
  await bench.ask('申报列表（县）', reporter, 'listApplications', { query: { stage: 'open' } })
  await bench.ask('申报详情', provinceReviewer, 'getApplication', application)
  await bench.ask('拟命名批次列表', provinceReviewer, 'listBatches')
  await bench.ask('拟命名批次', provinceReviewer, 'getBatch', { params: { batchId: round.batchId } })
  await bench.ask('称号列表（省）', provinceReviewer, 'listTitles', { query: { stage: 'open' } })
  await bench.ask('称号列表（省，按首字母和年度）', provinceReviewer, 'listTitles', {
    query: { name: 'ga', year: 2020 },
  })
  await bench.ask('称号列表（县）', reporter, 'listTitles', { query: { stage: 'open' } })
  await bench.ask('本县单位', staff.countyAdmin(county), 'listUnits')
  await bench.ask('可考评的乡镇（县）', staff.countyAdmin(county), 'listCandidates', {
    query: { subjectKind: 'township' },
  })
  await bench.ask('可考评的乡镇（省）', provinceAdmin, 'listCandidates', { query: { subjectKind: 'township' } })
  await bench.ask('行政区划及沿革', provinceReviewer, 'getDivisions')
  await bench.ask('区划变更', reporter, 'listDivisionChanges')
  const { units } = await province.api.call(staff.countyAdmin(county), 'listUnits', { query: { kind: 'township' } })
  await bench.step('登记单位', staff.countyAdmin(county), 'registerUnit', {
    body: { kind: 'village', name: '新立村', parentId: entryOf(units, 0).id, validFrom: '2020-01-01' },
  })
}

/** The catalogue, a register with its rows, and the sheet of all figures. */
async function enterOnce(bench: Bench, province: FilledProvince): Promise<void> {
  const { staff, counties, running } = province
  const county = entryOf(counties, 0)
  const { provinceAdmin } = staff
  const reporter = staff.countyReporter(county)
  const content = {
    name: '网格员发现事项数',
    unit: '件',
    definition: '网格员在平台登记的事项件数，同一事项只计一次',
    period: 'year',
    filledBy: 'subject',
    rollUp: 'sum',
    overTime: 'sum',
    absentMeans: 'missing',
    owner: '基层社会治理处',
  } as const
  const code = CatalogueCode.parse('PA-001')
  await bench.step('列入数据目录', provinceAdmin, 'recordCatalogueItem', { body: { code, content } })
  await bench.ask('数据目录', provinceAdmin, 'listCatalogue', { query: { stage: 'open' } })
  await bench.ask('数据目录项', provinceAdmin, 'getCatalogueItem', { params: { catalogueItemId: `99.${code}` } })
  await bench.ask('疑似重复的目录项', provinceAdmin, 'findCatalogueDoubles', {
    query: { name: content.name, unit: content.unit, definition: content.definition },
  })
  await bench.ask('方案的填报负担', provinceAdmin, 'getSchemeBurden', { params: { schemeId: running.schemeId } })
  const definition = READY_REGISTERS.find((each) => each.code === 'mediation')
  if (definition === undefined) throw new Error('the register of mediation is ready-made')
  await bench.step('设立台账', provinceAdmin, 'defineRegister', { body: definition as never })
  const params = { registerId: `99.${definition.code}` }
  await bench.step('台账填40行', reporter, 'saveRegisterRows', {
    params,
    body: { rows: Array.from({ length: 40 }, (_, at) => mediationRow(at)) } as never,
  })
  await bench.ask('台账列表（县）', reporter, 'listRegisters')
  await bench.ask('台账一页', reporter, 'listRegisterRows', { params })
  await bench.ask('台账填报情况（省）', provinceAdmin, 'listRegisterHolders', { params })
  await bench.ask('各单位数据（省，一页）', provinceAdmin, 'listCycleFigures', { params: { cycleId: running.cycleId } })
}

async function fillInAndScore(bench: Bench, province: FilledProvince): Promise<void> {
  const { api, staff, counties, running } = province
  const county = entryOf(counties, 0)
  const form = entryOf(running.forms, 0)
  const { provinceAdmin } = staff
  const reporter = staff.countyReporter(county)
  const params = { submissionId: form.id }
  const cycle = { cycleId: running.cycleId }
  const { version } = await api.call(reporter, 'getSubmission', { params: params })
  const changed = running.values.map((each, at) => (at === 7 ? { ...each, note: '已与统计部门核对。' } : each))
  await bench.step('保存一格', reporter, 'saveValues', { params, body: { values: changed }, ifMatch: version })
  await bench.step('提交填报表', reporter, 'submitSubmission', { params, ifMatch: version + 1 })
  await bench.step('县级审核填报表', staff.countyReviewer(county), 'verifySubmission', {
    params,
    body: {},
    ifMatch: version + 2,
  })
  await bench.step('市级审定填报表', staff.cityReviewer(cityCodeOf(county)), 'acceptSubmission', {
    params,
    body: {},
    ifMatch: version + 3,
  })
  await bench.step('录入考评方数据', provinceAdmin, 'enterCommissionValues', {
    params: { ...cycle, subject: county },
    body: { values: [] },
    ifMatch: 1,
  })
  api.now = `${RUNNING_YEAR}-12-20T01:00:00.000Z`
  await bench.step('计分', provinceAdmin, 'runScores', { params: cycle, body: {} })
  bench.measured.push({ what: '计分（后台）', operation: 'runScores', cost: await api.measureScoring(running.cycleId) })
  await bench.ask('计分进度', provinceAdmin, 'getScoring', { params: cycle })
  const { rows } = await api.call(provinceAdmin, 'listRuns', { params: cycle })
  const run = { runId: entryOf(rows, 0).id }
  await bench.step('计分结果（公布前）', provinceAdmin, 'getRun', { params: run })
  await bench.step('开放预览', provinceAdmin, 'previewRun', {
    params: run,
    body: { appealsUntil: `${RUNNING_YEAR}-12-25` },
    ifMatch: 1,
  })
  await bench.step('提出申诉', staff.countyReviewer(county), 'fileAppeal', {
    params: cycle,
    body: { node: 'L3', claim: '该项数据以统计部门公布的为准，请核对后更正。' },
  })
  const appeals = await api.call(staff.provinceReviewer, 'listAppeals')
  await bench.step('答复申诉', staff.provinceReviewer, 'answerAppeal', {
    params: { appealId: entryOf(appeals.rows, 0).id },
    body: { outcome: 'dismissed', answer: '经核对，计分所用数据无误，维持原得分。' },
    ifMatch: 1,
  })
  api.now = `${RUNNING_YEAR}-12-28T01:00:00.000Z`
  await bench.step('公布排名表', provinceAdmin, 'publishRun', { params: run, body: {}, ifMatch: 2 })
}

async function applyAndName(bench: Bench, province: FilledProvince): Promise<void> {
  const { api, staff, counties, round } = province
  const place = counties.length - 1
  const county = entryOf(counties, place)
  const reporter = staff.countyReporter(county)
  const opinion = '材料齐全，情况属实，同意。'
  api.now = `${RUNNING_YEAR}-05-06T01:00:00.000Z`
  const unitId = await freeVillage(province, place)
  await bench.step('起草申报', reporter, 'draftApplication', { body: { roundId: round.roundId, unitId } })
  const own = (await applicationsOf(province, reporter)).filter(({ fields }) => fields.unitId === unitId)
  const params = { applicationId: entryOf(own, 0).id }
  await bench.step('保存申报', reporter, 'saveApplication', { params, body: filledApplication, ifMatch: 1 })
  await bench.step('提交申报', reporter, 'submitApplication', { params, ifMatch: 2 })
  await bench.step('登记部门核实', staff.countyReviewer(county), 'confirmCriteria', {
    params,
    body: everyOffice(api.now),
    ifMatch: 3,
  })
  await bench.step('县级推荐', staff.countyReviewer(county), 'recommendApplication', {
    params,
    body: { opinion },
    ifMatch: 4,
  })
  await bench.step('市级验收', staff.cityReviewer(cityCodeOf(county)), 'acceptApplication', {
    params,
    body: acceptance(api.now),
    ifMatch: 5,
  })
  await bench.step('列入拟命名名单', staff.provinceReviewer, 'proposeApplication', {
    params,
    body: { batchId: round.batchId, opinion },
    ifMatch: 6,
  })
  const list = { batchId: round.batchId }
  api.now = `${RUNNING_YEAR}-07-06T01:00:00.000Z`
  const { version } = await api.call(staff.provinceAdmin, 'getBatch', { params: list })
  await bench.step('发布公示', staff.provinceAdmin, 'openNotice', {
    params: list,
    body: { startsOn: `${RUNNING_YEAR}-07-08`, contact: '省委平安办 028-00000000' },
    ifMatch: version,
  })
  await closeNotice(api, round.batchId, RUNNING_YEAR)
  await bench.step('作出命名决定（整份名单）', staff.provinceAdmin, 'nameBatch', {
    params: list,
    body: { documentNumber: `平安办〔${RUNNING_YEAR}〕12号`, namedOn: `${RUNNING_YEAR}-08-03` },
    ifMatch: version + 2,
  })
}

/** A campaign by draw over what was named, one case of it to its end, and what speaks against a unit. */
async function recheckTitles(bench: Bench, { api, staff, counties }: FilledProvince): Promise<void> {
  const { provinceAdmin, provinceReviewer } = staff
  api.now = `${RUNNING_YEAR}-08-10T01:00:00.000Z`
  await bench.ask('称号统计（省）', provinceAdmin, 'getTitleBoard')
  await bench.ask('称号统计（县）', staff.countyReporter(entryOf(counties, 0)), 'getTitleBoard')
  await bench.step('锁定复核名单', provinceAdmin, 'freezeCampaign', {
    body: {
      name: '年度称号复核',
      honour: 'six-no-village',
      basis: '省平安办关于复核的通知',
      mode: 'draw',
      // A whole province's of all years are more than one campaign takes.
      year: RUNNING_YEAR,
      selfCheckBy: `${RUNNING_YEAR}-09-10`,
    },
  })
  const { rows } = await api.call(provinceAdmin, 'listCampaigns')
  const params = { campaignId: CampaignId.parse(entryOf(rows, 0).id) }
  await bench.step('从复核名单中抽取', provinceAdmin, 'drawCampaign', { params, body: { count: 5 }, ifMatch: 1 })
  await bench.step('部署复核（抽中5个）', provinceAdmin, 'startCampaign', { params, ifMatch: 2 })
  await bench.ask('复核批次', provinceAdmin, 'getCampaign', { params })
  await bench.ask('称号复核列表（省）', provinceReviewer, 'listRechecks', { query: { stage: 'open' } })
  const { cases } = await api.call(provinceAdmin, 'getCampaign', { params })
  const { id, fields } = entryOf(cases, 0)
  const one = { params: { recheckId: RecheckId.parse(id) } }
  await bench.ask('复核案件', provinceReviewer, 'getRecheck', one)
  await bench.step('直接办理复核', provinceReviewer, 'takeUpRecheck', {
    ...one,
    body: { reason: '省级抽查' },
    ifMatch: 1,
  })
  await bench.step('作出复核结论', provinceReviewer, 'concludeRecheck', {
    ...one,
    body: { conclusion: 'retain', reason: '各项条件保持' },
    ifMatch: 2,
  })
  await bench.step('登记负面清单情形', staff.countyReviewer(fields.county), 'enterIncident', {
    params: { unitId: UnitId.parse(fields.unitId) },
    body: { kind: 'lapsed', on: `${RUNNING_YEAR}-08-08`, source: '县平安办检查通报', cause: '网格巡查台账缺失' },
    ifMatch: 0,
  })
}

/** What a city and its counties do with places, and who is kept out. */
async function placesAndBars(bench: Bench, province: FilledProvince): Promise<void> {
  const { api, staff, counties, round } = province
  const place = counties.length - 1
  const county = entryOf(counties, place)
  const [reporter, reviewer, admin] = [
    staff.countyReporter(county),
    staff.countyReviewer(county),
    staff.countyAdmin(county),
  ]
  const city = staff.cityReviewer(cityCodeOf(county))
  const own = { params: { roundId: round.roundId } }
  api.now = `${RUNNING_YEAR}-05-08T01:00:00.000Z`
  const siblings = counties.filter((code) => cityCodeOf(code) === cityCodeOf(county))
  const body = (full: number | undefined) => ({
    counties: siblings.map((code) => ({
      code,
      places: full !== undefined && code === county ? full : Math.floor(9000 / siblings.length),
    })),
    reason: '按在册村数分配',
  })
  await bench.step('分配名额到县', city, 'distributePlaces', { ...own, body: body(undefined), ifMatch: 0 })
  await bench.ask('申报轮次详情（市，已分配）', city, 'getRound', own)
  const { places } = await api.call(city, 'getRound', own)
  const unitId = await freeVillage(province, place)
  const { id } = await api.call(reporter, 'draftApplication', { body: { roundId: round.roundId, unitId } })
  const params = { applicationId: id }
  await api.call(reporter, 'saveApplication', { params, body: filledApplication, ifMatch: 1 })
  await api.call(reporter, 'submitApplication', { params, ifMatch: 2 })
  await api.call(reviewer, 'confirmCriteria', { params, body: everyOffice(api.now), ifMatch: 3 })
  await api.call(reviewer, 'recommendApplication', { params, body: { opinion: '情况属实，同意。' }, ifMatch: 4 })
  const full = places.find(({ code }) => code === county)?.used ?? 0
  await api.call(city, 'distributePlaces', { ...own, body: body(full), ifMatch: 1 })
  await bench.step('列入候补', city, 'waitApplication', {
    params,
    body: { opinion: '名额已满，列入候补。' },
    ifMatch: 5,
  })
  await api.call(city, 'distributePlaces', { ...own, body: body(undefined), ifMatch: 2 })
  const barred = { params: { subject: unitId } }
  await bench.step('登记限制申报', admin, 'enterBar', {
    ...barred,
    body: {
      kind: 'listed',
      from: `${RUNNING_YEAR}-05-01`,
      decidedBy: '县委平安建设领导小组',
      document: `平安办〔${RUNNING_YEAR}〕5号`,
      documentOn: `${RUNNING_YEAR}-05-06`,
      cause: '治安问题突出，挂牌整治',
    },
    ifMatch: 0,
  })
  await bench.ask('限制申报列表（省）', staff.provinceReviewer, 'listBars')
  await bench.ask('一个单位的限制申报', reporter, 'getBars', barred)
  await bench.step('解除限制申报', admin, 'liftBar', {
    ...barred,
    body: { number: 1, document: `平安办〔${RUNNING_YEAR}〕9号`, reason: '整治验收合格' },
    ifMatch: 1,
  })
}

/** A village that has not applied in the running round. */
async function freeVillage(province: FilledProvince, place: number): Promise<string> {
  const { staff, counties, villages } = province
  const rows = await applicationsOf(province, staff.countyReporter(entryOf(counties, place)))
  const taken = new Set<string>(rows.map(({ fields }) => fields.unitId))
  const free = villages[place]?.findLast((id) => !taken.has(id))
  if (free === undefined) throw new Error('every village applies')
  return free
}

/** Every application of the running round in somebody's list. */
async function applicationsOf({ api, round }: FilledProvince, who: Membership): Promise<ListRowOf<'application'>[]> {
  const rows: ListRowOf<'application'>[] = []
  let cursor: string | undefined
  do {
    const page = await api.call(who, 'listApplications', { query: { roundId: round.roundId, cursor } })
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== undefined)
  return rows
}

/** So many units move in the small county that is carried over. */
const MOVING_UNITS = 10

/** Units move: a plan of a whole county, and one of a small one as far as its end. */
async function moveCounties(bench: Bench, { api, staff, counties }: FilledProvince): Promise<void> {
  const { provinceAdmin, provinceDeputy } = staff
  const large = entryOf(counties, counties.length - 1)
  const city = cityCodeOf(large)
  const code = (last: string) => CountyCode.parse(`${city}${last}`)
  const versionNow = async () => (await api.call(provinceAdmin, 'getDivisions')).version
  const on = PlainDate.parse(api.now.slice(0, 10))
  const added = { code: code('91'), name: '新溪县', city: CityCode.parse(city) }
  await api.call(provinceAdmin, 'addDivisions', {
    body: { cities: [], counties: [added], successors: [] },
    ifMatch: await versionNow(),
  })
  // The tree that is at hand is a few seconds old at most.
  api.now = new Date(Date.parse(api.now) + 60_000).toISOString()
  for (let at = 0; at < MOVING_UNITS; at++)
    await api.call(staff.countyAdmin(added.code), 'registerUnit', {
      body: { kind: 'township', name: `新溪${at}镇`, validFrom: '2020-01-01' },
    })
  const drawn = async (what: string, from: CountyCode, to: CountyCode, name: string) => {
    const { id: changeId } = await api.call(provinceAdmin, 'recordDivisionChange', {
      body: { kind: 'renamed', on, approvalReference: '国函〔2026〕9号', from: [from], to: [{ code: to, name }] },
      ifMatch: await versionNow(),
    })
    await bench.step(what, provinceAdmin, 'drawMovePlan', {
      body: { kind: 'county', changeId: DivisionChangeId.parse(changeId), from },
    })
  }
  await drawn(`拟定迁移方案（${MOVING_UNITS}个单位）`, added.code, code('92'), '新溪市')
  const { rows } = await api.call(provinceAdmin, 'listMovePlans')
  const params = { planId: MovePlanId.parse(entryOf(rows, 0).id) }
  await bench.step('迁移方案', provinceDeputy, 'getMovePlan', { params })
  await bench.step('确认迁移方案', provinceDeputy, 'confirmMovePlan', { params, ifMatch: 1 })
  await bench.step(`迁移${MOVING_UNITS}个单位`, provinceAdmin, 'carryMoveOn', { params })
  await drawn('拟定迁移方案（全县）', CountyCode.parse(large), code('93'), '大溪市')
}
