import { addDays, officialCalendar } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { CountyCode, type DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import {
  type ApplicationId,
  type BasisId,
  type BatchId,
  type RoundId,
  TitleId,
  type UnitId,
} from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { noticeEndsOn } from '@anjie/domain/notices/noticeWindow'
import { beijingDay } from '@anjie/kernel'
import { typedOf } from './demoCounted.ts'
import { demoCommissionFigures, demoCountyFigures } from './demoFigures.ts'
import { fillAndAccept, fillAndVerify, formOf, showResult } from './demoForms.ts'
import { DEMO_CITIES, REPORT_COUNTY, SITUATION_COUNTY } from './demoPeople.ts'
import { once, onceThere } from './onceThere.ts'
import { AFTERCARE_TOWNSHIP, type AftercareSteps, aftercareOf } from './seedAftercare.ts'
import { seedForms } from './seedForms.ts'
import { nextDigestAfter, seedDigestSettings, seedUrgings } from './seedMessages.ts'
import { OBJECTED_VILLAGES, type Steps, seedObjections, seedRunningNotice } from './seedObjections.ts'
import { seedRounds } from './seedRounds.ts'
import { seedSector } from './seedSector.ts'
import type { Staff } from './staff.ts'

const { recordBasis, openRound, draftApplication, saveApplication, submitApplication, recommendApplication } =
  OPERATIONS
const { confirmCriteria, holdApplication, withdrawApplication } = OPERATIONS
const { recordVisit, listColleagues, transferApplication, askOpinion, giveOpinion } = OPERATIONS
const { freezeDrawList, drawUnits, getDraws } = OPERATIONS
const { acceptApplication, proposeApplication, returnApplication, createBatch, openNotice, nameBatch } = OPERATIONS
const { listTitles, correctTitle } = OPERATIONS
const { listUnits, endUnit, changeUnit, planCycle, openCycle, callBackCycle, getSubmission } = OPERATIONS
const { saveValues, submitSubmission, returnSubmission, getBatch, getCycle, extendCycle } = OPERATIONS
const { enterCommissionValues, getOwnScorecard, fileAppeal, answerAppeal } = OPERATIONS

const ADMIN = 'province.admin'
const REVIEWER = 'province.reviewer'
const REPORTER = `${SITUATION_COUNTY}.reporter`
const COUNTY_REVIEWER = `${SITUATION_COUNTY}.reviewer`
const CITY_REVIEWER = `${cityCodeOf(SITUATION_COUNTY)}.reviewer`
const CITY_OFFICE = `${cityCodeOf(SITUATION_COUNTY)}.office`
const CITY_POLICE = `${cityCodeOf(SITUATION_COUNTY)}.police`

/** Whose title ran out, and was corrected before. */
const NAMED_LONG_AGO = '杏花村'

/** Ten in the morning in Beijing. */
export const morningOf = (day: PlainDate): string => `${day}T02:00:00.000Z`

/**
 * What a person wants to see beside what runs smoothly, with days counted from today: a notice with each outcome, a round that closes
 * today with a list still being drawn up, what was returned, a cycle that was called back, a result that is shown and appealed
 * against, more time for those who fill, units that were renamed or ended while they hold a title,
 * objections in each state, a list of which one unit is held, a naming that was taken back, and what becomes of titles. Where the days off of the year are not announced there is no notice.
 */
export async function seedSituations(
  staff: Staff,
  divisions: DivisionTree,
  {
    finished,
    running,
  }: Readonly<Record<'finished' | 'running', { readonly cycleId: string; readonly schemeId: string }>>,
  runClock: RunClock,
  load: AftercareSteps['load'],
): Promise<void> {
  const today = PlainDate.parse(beijingDay(new Date().toISOString()))
  const { units } = await staff.call(REPORTER, listUnits, { query: { kind: 'village' } })
  const isObjected = ({ name }: { readonly name: string }) => OBJECTED_VILLAGES.some((each) => each === name)
  const villages = units
    .filter((unit) => !isObjected(unit) && unit.name !== NAMED_LONG_AGO && unit.parentName !== AFTERCARE_TOWNSHIP)
    .map(({ id }) => id)
  const aftercare = aftercareOf(
    staff,
    divisions,
    today,
    units.filter(({ parentName }) => parentName === AFTERCARE_TOWNSHIP),
    {
      ...stepsOf(staff),
      runClock,
      load,
      correct: (unitId, at) => correctedCertificate(staff, unitId, at, runClock),
    },
  )
  await seedDigestSettings(staff, morningOf(addDays(today, -41)))
  // First what was first: the public log has the lines in the order in which they came.
  const longAgo = units.find(({ name }) => name === NAMED_LONG_AGO)?.id
  await namedLongAgo(staff, addDays(today, -400), longAgo, runClock)
  await aftercare.earlier()
  await aftercare.named()
  await namedWithOutcomes(staff, addDays(today, -40), villages.slice(0, 3), runClock)
  await roundThatClosesToday(staff, today, villages.slice(3))
  await seedObjections(
    staff,
    today,
    OBJECTED_VILLAGES.flatMap((name) => units.find((unit) => unit.name === name)?.id ?? []),
    { ...stepsOf(staff), runClock },
  )
  await aftercare.now()
  await seedRounds(staff, divisions, today)
  await calledBackCycle(staff, divisions, running.schemeId)
  await returnedForm(staff, running.cycleId)
  await someReported(staff, divisions, running.cycleId)
  await seedSector(staff, today)
  await shownWithAppeals(staff, divisions, finished.schemeId, today)
  await extended(staff, running.cycleId)
  await seedForms(staff, divisions, today)
  await seedUrgings(staff, running.cycleId)
  // What is new since is sent now, or in the next working morning; the emergency at once.
  await runClock()
}

const stepsOf = (staff: Staff): Pick<Steps, 'round' | 'batch' | 'accepted'> => ({
  round: (...given) => round(staff, ...given),
  batch: (...given) => batch(staff, ...given),
  accepted: (...given) => accepted(staff, ...given),
})

/**
 * Of all situations only a notice that runs, of one village; undefined: the days off of the year are not announced. A test that needs
 * one of its own names another village and other words, as the journey lets the clock pass the end of every notice that is there.
 */
export async function seedNotice(
  staff: Staff,
  villageName: (typeof OBJECTED_VILLAGES)[number] = OBJECTED_VILLAGES[0],
  words?: readonly [round: string, batch: string],
): Promise<BatchId | undefined> {
  const today = PlainDate.parse(beijingDay(new Date().toISOString()))
  const { units } = await staff.call(REPORTER, listUnits, { query: { kind: 'village' } })
  const village = units.find(({ name }) => name === villageName)
  if (village === undefined) throw new Error('the register of the demo has a village for the notice')
  return seedRunningNotice(staff, today, village.id, stepsOf(staff), words)
}

/** The clock function, at the present or at a given instant. */
export type RunClock = (now?: string) => Promise<void>

/** The instant at which a call is taken to be made; undefined: now. */
type At = string | undefined

async function round(
  staff: Staff,
  name: string,
  opensOn: PlainDate,
  closesOn: PlainDate,
  at: At,
  validYears = 3,
): Promise<RoundId> {
  const basis = await staff.call(
    ADMIN,
    recordBasis,
    {
      body: {
        honour: 'six-no-village',
        regime: 'creation-demonstration',
        issuer: '平安安和建设领导小组',
        issuerKind: 'party-committee',
        issuerLevel: 'province',
        approvedBy: 'province',
        approvalNumber: '安和省创建示范活动目录第3项',
        approvedOn: addDays(opensOn, -400),
        file: '安和省创建示范活动目录',
      },
    },
    at,
  )
  const opened = await staff.call(
    ADMIN,
    openRound,
    {
      body: {
        honour: 'six-no-village',
        name,
        year: Number(opensOn.slice(0, 4)),
        opensOn,
        closesOn,
        noticeWorkingDays: 5,
        validYears,
        basisId: basis.id as BasisId,
        quotas: [{ code: cityCodeOf(SITUATION_COUNTY), places: 20 }],
      },
    },
    at,
  )
  return opened.id as RoundId
}

/** An application of one village, brought to the city's acceptance. */
async function accepted(staff: Staff, roundId: RoundId, unitId: UnitId, visited: PlainDate, at: At) {
  const sent = await confirmed(staff, await submitted(staff, roundId, unitId, at), visited, at)
  const { params } = sent
  const recommended = await staff.call(
    COUNTY_REVIEWER,
    recommendApplication,
    { params, body: { opinion: '情况属实，同意推荐' }, ifMatch: sent.version },
    at,
  )
  const siteVisit = { on: visited, visitors: '市平安办验收组', finding: '实地核查各项条件均符合' }
  const taken = await staff.call(
    CITY_REVIEWER,
    acceptApplication,
    { params, body: { opinion: '验收合格', siteVisit }, ifMatch: recommended.version },
    at,
  )
  return { params, version: taken.version }
}

async function submitted(staff: Staff, roundId: RoundId, unitId: UnitId, at: At) {
  const drafted = await staff.call(REPORTER, draftApplication, { body: { roundId, unitId } }, at)
  const params = { applicationId: drafted.id as ApplicationId }
  const answers = HONOUR_TYPES['six-no-village'].criteria.map(({ code }) => ({
    criterion: code,
    answer: 'met' as const,
  }))
  const statement = '本村三年无刑事案件，网格员每日巡查，矛盾纠纷全部就地化解。'
  const saved = await staff.call(
    REPORTER,
    saveApplication,
    { params, body: { answers, statement }, ifMatch: drafted.version },
    at,
  )
  const sent = await staff.call(REPORTER, submitApplication, { params, ifMatch: saved.version }, at)
  return { params, version: sent.version }
}

type Sent = Awaited<ReturnType<typeof submitted>>

/** With what each office said of the six 无 written down by the county. */
async function confirmed(staff: Staff, { params, version }: Sent, on: PlainDate, at: At): Promise<Sent> {
  const confirmations = HONOUR_TYPES['six-no-village'].criteria.map(({ code }, index) => ({
    criterion: code,
    on,
    reference: `联审核查单${index + 1}号`,
  }))
  const said = await staff.call(
    COUNTY_REVIEWER,
    confirmCriteria,
    { params, body: { confirmations }, ifMatch: version },
    at,
  )
  return { params, version: said.version }
}

async function batch(staff: Staff, roundId: RoundId, name: string, at: At): Promise<BatchId> {
  return (await staff.call(REVIEWER, createBatch, { body: { roundId, name } }, at)).id as BatchId
}

/** A list that was named: two of three got the title, one was taken off with the reason; later one was renamed and one ended. */
async function namedWithOutcomes(
  staff: Staff,
  day: PlainDate,
  villages: readonly UnitId[],
  runClock: RunClock,
): Promise<void> {
  const ends = noticeEndsOn(addDays(day, 3), 5, officialCalendar)
  if (!ends.ok) return
  const [named, endedLater, takenOff] = villages
  if (named === undefined || endedLater === undefined || takenOff === undefined)
    throw new Error('the register of the demo has three villages for the list that was named')
  const at = morningOf(day)
  const roundId = await round(
    staff,
    `${day.slice(0, 4)}年度六无平安村（第一轮）`,
    addDays(day, -1),
    addDays(day, 10),
    at,
  )
  const batchId = await batch(staff, roundId, `${day.slice(0, 4)}年度六无平安村第一批名单`, at)
  const cases = []
  for (const unitId of [named, endedLater, takenOff]) {
    const made = await accepted(staff, roundId, unitId, day, at)
    const proposed = await staff.call(
      REVIEWER,
      proposeApplication,
      { params: made.params, body: { batchId, opinion: '同意列入' }, ifMatch: made.version },
      at,
    )
    cases.push({ params: made.params, version: proposed.version })
  }
  const params = { batchId }
  const list = async (when: string) => (await staff.call(ADMIN, getBatch, { params }, when)).version
  const start = morningOf(addDays(day, 2))
  await staff.call(
    ADMIN,
    openNotice,
    { params, body: { startsOn: addDays(day, 3), contact: '省平安办 099-12345678' }, ifMatch: await list(start) },
    start,
  )
  await runClock(nextDigestAfter(addDays(day, 2)))
  await runClock(`${ends.value}T16:00:01.000Z`)
  const decided = morningOf(addDays(ends.value, 1))
  const off = cases[2]
  if (off !== undefined)
    await staff.call(
      REVIEWER,
      returnApplication,
      {
        params: off.params,
        body: { to: 'draft', reason: '公示期间有异议，需补充说明矛盾纠纷化解情况' },
        ifMatch: off.version,
      },
      decided,
    )
  await staff.call(
    ADMIN,
    nameBatch,
    {
      params,
      body: { documentNumber: `平安安办〔${ends.value.slice(0, 4)}〕31号`, namedOn: addDays(ends.value, 1) },
      ifMatch: await list(decided),
    },
    decided,
  )
  await runClock(nextDigestAfter(addDays(ends.value, 1)))
  const later = addDays(ends.value, 5)
  await end(staff, endedLater, later, morningOf(later))
  await rename(staff, named, '新月村', later, morningOf(later))
}

/** 更正: the name was printed short. The first certificate says so when it is checked, and names the one that took its place. */
async function correctedCertificate(staff: Staff, unitId: UnitId, at: string, runClock: RunClock): Promise<void> {
  const title = await once('the title that is to be corrected', async () => {
    const { rows } = await staff.call(
      ADMIN,
      listTitles,
      { query: { honour: 'six-no-village', year: Number(at.slice(0, 4)) } },
      at,
    )
    return rows.find(({ fields }) => fields.unitId === unitId)
  })
  // The first certificate is signed before it is put right.
  await runClock(at)
  const { townshipName } = title.fields
  await staff.call(
    ADMIN,
    correctTitle,
    {
      params: { titleId: TitleId.parse(title.id) },
      body: {
        unitName: `${title.title}村民委员会`,
        ...(townshipName === undefined ? {} : { townshipName }),
        reason: '证书上的单位名称漏印“村民委员会”',
      },
      ifMatch: title.version,
    },
    at,
  )
}

/** A title for one year, named more than a year ago: its certificate was corrected once, and has run out. */
async function namedLongAgo(
  staff: Staff,
  day: PlainDate,
  unitId: UnitId | undefined,
  runClock: RunClock,
): Promise<void> {
  const ends = noticeEndsOn(addDays(day, 3), 5, officialCalendar)
  if (!ends.ok || unitId === undefined) return
  const at = morningOf(day)
  const year = day.slice(0, 4)
  const roundId = await round(staff, `${year}年度六无平安村`, addDays(day, -1), addDays(day, 10), at, 1)
  const batchId = await batch(staff, roundId, `${year}年度六无平安村名单`, at)
  const made = await accepted(staff, roundId, unitId, day, at)
  const body = { batchId, opinion: '同意列入' }
  await staff.call(REVIEWER, proposeApplication, { params: made.params, body, ifMatch: made.version }, at)
  const params = { batchId }
  const list = async (when: string) => (await staff.call(ADMIN, getBatch, { params }, when)).version
  const notice = { startsOn: addDays(day, 3), contact: '省平安办 099-12345678' }
  await staff.call(ADMIN, openNotice, { params, body: notice, ifMatch: await list(at) }, at)
  const over = `${ends.value}T16:00:01.000Z`
  await once('the end of the notice', async () => {
    await runClock(over)
    const { state } = await staff.call(ADMIN, getBatch, { params }, over)
    return state.status === 'notice-closed' ? true : undefined
  })
  const decided = morningOf(addDays(ends.value, 1))
  const decision = { documentNumber: `平安安办〔${ends.value.slice(0, 4)}〕9号`, namedOn: addDays(ends.value, 1) }
  await staff.call(ADMIN, nameBatch, { params, body: decision, ifMatch: await list(decided) }, decided)
  await correctedCertificate(staff, unitId, morningOf(addDays(ends.value, 3)), runClock)
}

async function end(staff: Staff, unitId: UnitId, on: PlainDate, at: string): Promise<void> {
  await staff.call(
    `${SITUATION_COUNTY}.admin`,
    endUnit,
    {
      params: { unitId },
      body: { successors: [], on, approvalReference: '安和民政函17号' },
      ifMatch: (await unitOf(staff, unitId)).version,
    },
    at,
  )
}

async function rename(staff: Staff, unitId: UnitId, name: string, on: PlainDate, at: string): Promise<void> {
  const { parentId, version } = await unitOf(staff, unitId)
  await staff.call(
    `${SITUATION_COUNTY}.admin`,
    changeUnit,
    {
      params: { unitId },
      body: { name, ...(parentId === undefined ? {} : { parentId }), on, approvalReference: '安和民政函18号' },
      ifMatch: version,
    },
    at,
  )
}

async function unitOf(staff: Staff, unitId: UnitId) {
  const { units } = await staff.call(REPORTER, listUnits, { query: { kind: 'village' } })
  const unit = units.find(({ id }) => id === unitId)
  if (unit === undefined) throw new Error(`${unitId} is in the demo's register`)
  return unit
}

/** A round that closes today: one on a list that is being drawn up, one returned, one that the county holds, one whose recommendation it took back. */
async function roundThatClosesToday(staff: Staff, today: PlainDate, villages: readonly UnitId[]): Promise<void> {
  const [listed, returned, held, takenBack, ...more] = villages
  if (listed === undefined || returned === undefined || held === undefined || takenBack === undefined)
    throw new Error('the register of the demo has four villages for the round that closes today')
  const roundId = await round(
    staff,
    `${today.slice(0, 4)}年度六无平安村（第二轮）`,
    addDays(today, -20),
    today,
    undefined,
  )
  const batchId = await batch(staff, roundId, `${today.slice(0, 4)}年度六无平安村第二批名单`, undefined)
  const made = await accepted(staff, roundId, listed, today, undefined)
  await staff.call(REVIEWER, proposeApplication, {
    params: made.params,
    body: { batchId, opinion: '同意列入' },
    ifMatch: made.version,
  })
  const back = await submitted(staff, roundId, returned, undefined)
  await staff.call(COUNTY_REVIEWER, returnApplication, {
    params: back.params,
    body: { to: 'draft', reason: '请补充近三年矛盾纠纷台账' },
    ifMatch: back.version,
  })
  const waiting = await submitted(staff, roundId, held, undefined)
  await staff.call(COUNTY_REVIEWER, holdApplication, {
    params: waiting.params,
    body: { reason: '等候公安机关核实年度案件数据' },
    ifMatch: waiting.version,
  })
  const sent = await confirmed(staff, await submitted(staff, roundId, takenBack, undefined), today, undefined)
  const recommended = await staff.call(COUNTY_REVIEWER, recommendApplication, {
    params: sent.params,
    body: { opinion: '情况属实，同意推荐' },
    ifMatch: sent.version,
  })
  await staff.call(COUNTY_REVIEWER, withdrawApplication, {
    params: sent.params,
    body: { reason: '发现调解台账缺一个月，补齐后再推荐' },
    ifMatch: recommended.version,
  })
  await atTheCity(staff, roundId, today, more)
}

/**
 * What lies with the city: a list that was locked and drawn from, one that was visited twice, one that waits for another department's
 * opinion, one with that opinion given, and one that a colleague goes on with.
 */
async function atTheCity(staff: Staff, roundId: RoundId, today: PlainDate, villages: readonly UnitId[]): Promise<void> {
  const cases = []
  for (const unitId of villages) {
    const sent = await confirmed(staff, await submitted(staff, roundId, unitId, undefined), today, undefined)
    const passed = await staff.call(COUNTY_REVIEWER, recommendApplication, {
      params: sent.params,
      body: { opinion: '情况属实，同意推荐' },
      ifMatch: sent.version,
    })
    cases.push({ params: sent.params, version: passed.version })
  }
  const drawParams = { roundId }
  // The list is made of what lists show, a second behind.
  await once('the cases that the city draws from', async () => {
    const { waiting } = await staff.call(CITY_REVIEWER, getDraws, { params: drawParams })
    return waiting < cases.length ? undefined : true
  })
  const frozen = await staff.call(CITY_REVIEWER, freezeDrawList, { params: drawParams, body: {}, ifMatch: 0 })
  await staff.call(CITY_REVIEWER, drawUnits, { params: drawParams, body: { count: 2 }, ifMatch: frozen.version })
  const { draws } = (await staff.call(CITY_REVIEWER, getDraws, { params: drawParams })).state
  const isDrawn = (id: ApplicationId) => draws[0]?.result?.drawn.includes(id) === true
  // One of those that were drawn is the one that was visited.
  const [visited, asked, signed, passedOn] = cases.toSorted(
    (one, other) => Number(isDrawn(other.params.applicationId)) - Number(isDrawn(one.params.applicationId)),
  )
  if (visited === undefined || asked === undefined || signed === undefined || passedOn === undefined)
    throw new Error('the register of the demo has four villages for the city')

  const first = await staff.call(CITY_REVIEWER, recordVisit, {
    params: visited.params,
    body: {
      on: addDays(today, -2),
      visitors: ['周明远', '吴思源'],
      finding: '调解台账缺两个月，已当场告知村委会补齐',
      agrees: false,
    },
    ifMatch: visited.version,
  })
  await staff.call(CITY_REVIEWER, recordVisit, {
    params: visited.params,
    body: { on: today, visitors: ['周明远', '吴思源'], finding: '台账已补齐，走访农户十户，与申报一致', agrees: true },
    ifMatch: first.version,
  })
  const postOf = async (params: Sent['params'], post: string) => {
    const { colleagues } = await staff.call(CITY_REVIEWER, listColleagues, { params })
    const found = colleagues.find((each) => each.post === post)
    if (found === undefined) throw new Error(`${post} is a colleague of the city's reviewer`)
    return found.id
  }
  const police = await postOf(asked.params, '市公安局治安支队副支队长')
  const ask = { of: police, question: '请核实该村近三年刑事和治安案件情况', dueOn: addDays(today, 5) }
  await staff.call(CITY_REVIEWER, askOpinion, { params: asked.params, body: ask, ifMatch: asked.version })
  const request = await staff.call(CITY_REVIEWER, askOpinion, {
    params: signed.params,
    body: ask,
    ifMatch: signed.version,
  })
  await staff.call(CITY_POLICE, giveOpinion, {
    params: { ...signed.params, request: 1 },
    body: { agrees: true, opinion: '近三年无刑事案件，治安案件两起均已办结，无异议' },
    ifMatch: request.version,
  })
  const moved = await staff.call(CITY_REVIEWER, transferApplication, {
    params: passedOn.params,
    body: { to: await postOf(passedOn.params, '市平安办副主任'), reason: '经办人参加培训，请代为验收' },
    ifMatch: passedOn.version,
  })
  await staff.call(CITY_OFFICE, recordVisit, {
    params: passedOn.params,
    body: { on: today, visitors: ['郑启航'], finding: '走访村委会和农户，与申报一致', agrees: true },
    ifMatch: moved.version,
  })
}

/** A cycle that was opened by mistake and called back. */
async function calledBackCycle(staff: Staff, divisions: DivisionTree, schemeId: string): Promise<void> {
  const counties = divisions.counties.filter(({ city }) => city === cityCodeOf(SITUATION_COUNTY)).slice(0, 3)
  const planned = await staff.call(ADMIN, planCycle, {
    body: {
      name: '2026年度县级平安建设考评（试评）',
      year: 2026,
      schemeId: schemeId as never,
      dataFrom: PlainDate.parse('2026-01-01'),
      dataTo: PlainDate.parse('2026-12-31'),
      dueOn: PlainDate.parse('2027-01-15'),
      subjects: counties.map(({ code }) => ({ code, group: 'G2' })),
    },
  })
  const params = { cycleId: planned.id as never }
  const opened = await staff.call(ADMIN, openCycle, { params, ifMatch: planned.version })
  await staff.call(ADMIN, callBackCycle, {
    params,
    body: { reason: '试评方案附件有误，核对后重新开放' },
    ifMatch: opened.version,
  })
}

/** Every third county has passed its form on, and its city has settled every second one of these. */
async function someReported(staff: Staff, divisions: DivisionTree, cycleId: string): Promise<void> {
  const others = divisions.counties
    .filter(({ city, code }) => DEMO_CITIES.includes(city) && code !== REPORT_COUNTY && code !== SITUATION_COUNTY)
    .filter((_county, place) => place % 3 === 0)
  for (const [place, { code }] of others.entries()) {
    const submissionId = `${code}.${cycleId.split('.')[1]}`
    if (place % 2 === 0) await fillAndAccept(staff, submissionId, code, 2026)
    else await fillAndVerify(staff, submissionId, code, demoCountyFigures(code, 2026))
  }
}

/** A form that the county's reviewer gave back to who fills it. */
async function returnedForm(staff: Staff, cycleId: string): Promise<void> {
  const params = { submissionId: `${SITUATION_COUNTY}.${cycleId.split('.')[1]}` as never }
  const opened = await staff.call(REPORTER, getSubmission, { params })
  const figures = demoCountyFigures(SITUATION_COUNTY).map((value) => ({ ...value, period: '2026' }))
  const values = typedOf(opened, figures)
  const saved = await staff.call(REPORTER, saveValues, { params, body: { values }, ifMatch: opened.version })
  const sent = await staff.call(REPORTER, submitSubmission, { params, ifMatch: saved.version })
  await staff.call(COUNTY_REVIEWER, returnSubmission, {
    params,
    body: { to: 'draft', reason: '综治中心数与台账不一致，请核对' },
    ifMatch: sent.version,
  })
}

/**
 * A result that three counties are shown, with days left to appeal: one appeal was upheld and its figure is not put right yet, which
 * holds the publication back; another waits for its answer.
 */
async function shownWithAppeals(
  staff: Staff,
  divisions: DivisionTree,
  schemeId: string,
  today: PlainDate,
): Promise<void> {
  const counties = divisions.counties.filter(({ city }) => city === cityCodeOf(SITUATION_COUNTY)).slice(0, 3)
  const planned = await staff.call(ADMIN, planCycle, {
    body: {
      name: '2025年度县级平安建设考评（补评）',
      year: 2025,
      schemeId: schemeId as never,
      dataFrom: PlainDate.parse('2025-01-01'),
      dataTo: PlainDate.parse('2025-12-31'),
      dueOn: addDays(today, 30),
      subjects: counties.map(({ code }) => ({ code, group: 'G2' })),
    },
  })
  const params = { cycleId: planned.id as never }
  await staff.call(ADMIN, openCycle, { params, ifMatch: planned.version })
  const { state: cycle } = await staff.call(ADMIN, getCycle, { params })
  for (const [place, subject] of cycle.subjects.entries()) {
    await staff.call(ADMIN, enterCommissionValues, {
      params: { ...params, subject: subject.code },
      body: { values: demoCommissionFigures(subject.code, place) },
      ifMatch: 0,
    })
    await fillAndAccept(staff, formOf(subject), CountyCode.parse(subject.code))
  }
  await showResult(staff, ADMIN, planned.id, addDays(today, 6))
  const appeal = async (county: string, indicator: string, claim: string) => {
    const reviewer = `${county}.reviewer`
    const { receipts } = await onceThere(() => staff.call(reviewer, getOwnScorecard, { params }))
    const receipt = receipts.find(({ name }) => name === indicator)
    if (receipt === undefined) throw new Error(`the demo's scheme has the indicator ${indicator}`)
    return staff.call(reviewer, fileAppeal, { params, body: { node: receipt.node, claim } })
  }
  const upheld = await appeal(SITUATION_COUNTY, '群众安全感', '安全感调查样本中有12户不在本区，申请核减后重新计算')
  await staff.call(REVIEWER, answerAppeal, {
    params: { appealId: upheld.id as never },
    body: { outcome: 'upheld', answer: '经复核，样本确有12户不在该区，按核减后的数据更正' },
    ifMatch: upheld.version,
  })
  const other = counties.find(({ code }) => code !== SITUATION_COUNTY)
  if (other !== undefined)
    await appeal(other.code, '省级暗访发现问题点', '通报的1个问题点在暗访前已整改完毕，整改材料已附')
}

/** More time for those who fill, with the reason that they read. */
async function extended(staff: Staff, cycleId: string): Promise<void> {
  const params = { cycleId: cycleId as never }
  const { state, version } = await staff.call(ADMIN, getCycle, { params })
  const body = { dueOn: addDays(state.dueOn, 5), reason: '矛盾纠纷信息系统停机检修，填报顺延' }
  await staff.call(ADMIN, extendCycle, { params, body, ifMatch: version })
}
