import { addDays } from '@anjie/calendar-cn'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { BarKind, BarSubject } from '@anjie/contracts/vocabulary/honours/bar'
import type { ApplicationId, BasisId, RoundId, UnitId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { REPORT_COUNTY } from './demoPeople.ts'
import { PILOT_TOWNSHIP } from './demoUnits.ts'
import type { Staff } from './staff.ts'

const { recordBasis, openRound, changeRound, getRound, distributePlaces, enterBar, liftBar } = OPERATIONS
const { draftApplication, saveApplication, submitApplication, confirmCriteria, recommendApplication } = OPERATIONS
const { acceptApplication, waitApplication, rejectApplication, listUnits } = OPERATIONS

const HONOUR = 'six-no-village'
const CITY = cityCodeOf(REPORT_COUNTY)
const REPORTER = `${REPORT_COUNTY}.reporter`
const REVIEWER = `${REPORT_COUNTY}.reviewer`
/** Who opens rounds at each level, and who stands in the demo for it. */
const OPENERS = {
  county: { user: `${REPORT_COUNTY}.admin`, issuer: '县委平安建设领导小组', name: '县级六无平安村' },
  city: { user: `${CITY}.reviewer`, issuer: '市委平安建设领导小组', name: '市级六无平安村' },
  province: { user: 'province.admin', issuer: '平安安和建设领导小组', name: '省级六无平安村' },
} as const
type Level = keyof typeof OPENERS

/** Ten in the morning in Beijing. */
const morningOf = (day: PlainDate): string => `${day}T02:00:00.000Z`

/**
 * Rounds at three levels, each planned, open and over; one whose places a city distributed, so that a county is full and two of its
 * villages wait, with cases at every step; and bars that are in force, over and lifted.
 */
export async function seedRounds(staff: Staff, divisions: DivisionTree, today: PlainDate): Promise<void> {
  const { units } = await staff.call(REPORTER, listUnits, { query: { kind: 'village' } })
  // The first township's villages are left to whoever tries the system, those of the pilot to its posts.
  const villages = units
    .filter(({ parentName }) => parentName !== '霜台镇' && parentName !== PILOT_TOWNSHIP)
    .map(({ id }) => id)
  const neighbours = divisions.counties.filter(({ city }) => city === CITY).map(({ code }) => code)
  const quotasAt = {
    county: [{ code: REPORT_COUNTY, places: 4 }],
    city: neighbours.slice(0, 6).map((code) => ({ code, places: code === REPORT_COUNTY ? 3 : 2 })),
    province: [
      { code: CITY, places: 3 },
      { code: '9902', places: 2 },
    ],
  }
  const open = { county: undefined, city: undefined, province: undefined } as Record<Level, RoundId | undefined>
  for (const level of ['county', 'city', 'province'] as const) {
    const basisId = await basisAt(staff, level, addDays(today, -700))
    const opened = async (name: string, from: PlainDate, until: PlainDate, at?: string) =>
      (
        await staff.call(
          OPENERS[level].user,
          openRound,
          {
            body: {
              honour: HONOUR,
              name,
              year: Number(from.slice(0, 4)),
              opensOn: from,
              closesOn: until,
              noticeWorkingDays: 5,
              validYears: 3,
              basisId,
              quotas: quotasAt[level],
            },
          },
          at,
        )
      ).id as RoundId
    const { name } = OPENERS[level]
    const long = addDays(today, -300)
    await opened(`${name}（上一轮）`, long, addDays(today, -240), morningOf(long))
    open[level] = await opened(`${name}（本轮）`, addDays(today, -6), addDays(today, 40), morningOf(addDays(today, -8)))
    await opened(`${name}（下一轮）`, addDays(today, 60), addDays(today, 120))
  }
  if (open.province === undefined || open.county === undefined) throw new Error('rounds of the demo are open')
  await extended(staff, open.province, addDays(today, 50))
  await distributed(staff, open.province, neighbours)
  await casesAtEveryStep(staff, open.province, villages.slice(0, 7), today)
  await submitted(staff, open.county, villageAt(villages, 7))
  await seedBars(staff, villages.slice(2), neighbours, today)
}

const villageAt = (villages: readonly UnitId[], at: number): UnitId => {
  const unit = villages[at]
  if (unit === undefined) throw new Error(`the register of the demo has more than ${at} villages`)
  return unit
}

async function basisAt(staff: Staff, level: Level, approvedOn: PlainDate): Promise<BasisId> {
  const basis = await staff.call(OPENERS[level].user, recordBasis, {
    body: {
      honour: HONOUR,
      regime: 'creation-demonstration',
      issuer: OPENERS[level].issuer,
      issuerKind: 'party-committee',
      issuerLevel: level,
      approvedBy: 'province',
      approvalNumber: '安和省创建示范活动目录第3项',
      approvedOn,
      file: '安和省创建示范活动目录',
    },
  })
  return basis.id as BasisId
}

async function extended(staff: Staff, roundId: RoundId, closesOn: PlainDate): Promise<void> {
  const params = { roundId }
  const { state, version } = await staff.call('province.admin', getRound, { params })
  const quotas = state.quotas.map(({ city, places }) => ({ code: city, places }))
  const body = { name: state.name, closesOn, quotas, reason: '部分县受汛情影响，申报顺延' }
  await staff.call('province.admin', changeRound, { params, body, ifMatch: version })
}

/** Places by county: one that will be full, one with a place left, and one kept back by the city. */
async function distributed(staff: Staff, roundId: RoundId, neighbours: readonly string[]): Promise<void> {
  const [other] = neighbours.filter((code) => code !== REPORT_COUNTY)
  const counties = neighbours.map((code) => ({
    code: code as never,
    places: code === REPORT_COUNTY || code === other ? 1 : 0,
  }))
  const body = { counties, reason: '按各县在册村数和上年命名情况分配' }
  await staff.call(`${CITY}.reviewer`, distributePlaces, { params: { roundId }, body, ifMatch: 0 })
}

/** 草稿, 待推荐, 待验收, 待拟命名, two 候补 and one 不予通过. */
async function casesAtEveryStep(
  staff: Staff,
  roundId: RoundId,
  villages: readonly UnitId[],
  today: PlainDate,
): Promise<void> {
  const city = `${CITY}.reviewer`
  const siteVisit = { on: today, visitors: '市平安办验收组', finding: '实地核查各项条件均符合' }
  const took = await recommended(staff, roundId, villageAt(villages, 0), today)
  await staff.call(city, acceptApplication, { ...took, body: { opinion: '验收合格', siteVisit } })
  for (const at of [1, 2]) {
    const made = await recommended(staff, roundId, villageAt(villages, at), today)
    await staff.call(city, waitApplication, { ...made, body: { opinion: '符合验收条件，名额已满，列入候补' } })
  }
  await recommended(staff, roundId, villageAt(villages, 3), today)
  const refused = await recommended(staff, roundId, villageAt(villages, 4), today)
  await staff.call(city, rejectApplication, { ...refused, body: { reason: '经查年内发生一起可防性案件' } })
  await submitted(staff, roundId, villageAt(villages, 5))
  await staff.call(REPORTER, draftApplication, { body: { roundId, unitId: villageAt(villages, 6) } })
}

async function submitted(staff: Staff, roundId: RoundId, unitId: UnitId) {
  const drafted = await staff.call(REPORTER, draftApplication, { body: { roundId, unitId } })
  const params = { applicationId: drafted.id as ApplicationId }
  const answers = HONOUR_TYPES[HONOUR].criteria.map(({ code }) => ({ criterion: code, answer: 'met' as const }))
  const statement = '本村近三年矛盾纠纷全部就地化解，网格巡查和平安宣传月月开展。'
  const saved = await staff.call(REPORTER, saveApplication, {
    params,
    body: { answers, statement },
    ifMatch: drafted.version,
  })
  const sent = await staff.call(REPORTER, submitApplication, { params, ifMatch: saved.version })
  return { params, ifMatch: sent.version }
}

async function recommended(staff: Staff, roundId: RoundId, unitId: UnitId, on: PlainDate) {
  const sent = await submitted(staff, roundId, unitId)
  const confirmations = HONOUR_TYPES[HONOUR].criteria.map(({ code }, index) => ({
    criterion: code,
    on,
    reference: `联审核查单${index + 1}号`,
  }))
  const said = await staff.call(REVIEWER, confirmCriteria, { ...sent, body: { confirmations } })
  const { params } = sent
  const passed = await staff.call(REVIEWER, recommendApplication, {
    params,
    ifMatch: said.version,
    body: { opinion: '情况属实，同意推荐' },
  })
  return { params, ifMatch: passed.version }
}

/** In force on a case that is under way and on one that never applied, over, lifted, and one of a county itself. */
async function seedBars(
  staff: Staff,
  [, underWay, , , , , barred, over, lifted]: readonly UnitId[],
  neighbours: readonly string[],
  today: PlainDate,
): Promise<void> {
  const bar = async (
    user: string,
    subject: string | undefined,
    kind: BarKind,
    from: PlainDate,
    cause: string,
    by: string,
  ) => {
    if (subject === undefined) throw new Error('the demo has somebody to bar')
    const year = from.slice(0, 4)
    const body = {
      kind,
      from,
      decidedBy: by,
      document: `平安办〔${year}〕${Number(from.slice(8))}号`,
      documentOn: from,
      cause,
    }
    const params = { subject: subject as BarSubject }
    return { params, reply: await staff.call(user, enterBar, { params, body, ifMatch: 0 }) }
  }
  const county = OPENERS.county.user
  const city = OPENERS.city.user
  await bar(city, underWay, 'grave-event', addDays(today, -3), '村内发生一起较大火灾', '市委平安建设领导小组')
  await bar(county, barred, 'listed', addDays(today, -60), '盗窃案件多发，挂牌整治', '县委平安建设领导小组')
  await bar(county, over, 'target-missed', addDays(today, -420), '上年度平安建设目标未完成', '县委平安建设领导小组')
  const mended = await bar(
    county,
    lifted,
    'listed',
    addDays(today, -90),
    '流动人口底数不清，挂牌整治',
    '县委平安建设领导小组',
  )
  await staff.call(county, liftBar, {
    params: mended.params,
    body: { number: 1, document: `平安办〔${today.slice(0, 4)}〕88号`, reason: '整治验收合格' },
    ifMatch: mended.reply.version,
  })
  const [other] = neighbours.filter((code) => code !== REPORT_COUNTY)
  await bar(
    OPENERS.province.user,
    `${other}.division`,
    'target-missed',
    addDays(today, -120),
    '年度平安建设目标任务未完成',
    '平安安和建设领导小组',
  )
}
