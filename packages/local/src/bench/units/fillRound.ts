import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { BatchId } from '@anjie/contracts/vocabulary/ids'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import type { BenchApi } from './benchApi.ts'
import type { BenchStaff } from './benchProvince.ts'

export interface FilledRound {
  readonly roundId: string
  readonly batchId: string
  /** Applications by how far they came, newest last. */
  readonly drafted: readonly string[]
  readonly submitted: readonly string[]
  readonly recommended: readonly string[]
  readonly accepted: readonly string[]
}

interface Staffed {
  readonly api: BenchApi
  readonly staff: BenchStaff
  readonly counties: readonly string[]
  readonly villages: readonly (readonly string[])[]
}

interface RoundChoice {
  readonly year: number
  readonly applications: number
  /** Units on the list that goes on notice. */
  readonly listed: number
  /** The list is named and everybody else is turned down; otherwise the round is under way. */
  readonly finish: boolean
}

const WHERE_IT_IS = ['drafted', 'submitted', 'recommended', 'accepted'] as const
const OPINION = '经实地核查，材料齐全，情况属实，同意。'

/** One round of a six-no title: applications of all counties, some of them on the list. */
export async function fillRound(world: Staffed, choice: RoundChoice): Promise<FilledRound> {
  const { api, staff, counties, villages } = world
  const { year, applications, listed, finish } = choice
  const { provinceAdmin, provinceReviewer } = staff
  api.now = `${year}-03-04T01:00:00.000Z`
  const basis = await api.call(provinceAdmin, 'recordBasis', {
    body: {
      honour: 'six-no-village',
      regime: 'creation-demonstration',
      issuer: '平安安和建设领导小组',
      issuerKind: 'party-committee',
      issuerLevel: 'province',
      approvedBy: 'province',
      approvalNumber: '安和省创建示范活动保留项目目录第12项',
      approvedOn: '2020-01-01',
      file: '保留项目目录.pdf',
    },
  })
  const round = await api.call(provinceAdmin, 'openRound', {
    body: {
      honour: 'six-no-village',
      name: `${year}年度六无平安村（社区）`,
      year,
      opensOn: `${year}-03-01`,
      closesOn: `${year}-06-30`,
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: basis.id,
      quotas: [...new Set(counties.map((county) => cityCodeOf(county)))].map((code) => ({ code, places: 9000 })),
    },
  })
  const batch = await api.call(provinceReviewer, 'createBatch', {
    body: { roundId: round.id, name: `${year}年度拟命名名单` },
  })
  const filled = { drafted: [], submitted: [], recommended: [], accepted: [] } as Record<
    (typeof WHERE_IT_IS)[number],
    string[]
  >
  for (let at = 0; at < applications; at += 1) {
    const county = counties[at % counties.length] ?? ''
    const own = villages[at % counties.length] ?? []
    // Each year others apply, and those who got the title wait for it to run out.
    const unit =
      own[(Math.floor(at / counties.length) + (year % ROUND_YEARS) * Math.floor(own.length / ROUND_YEARS)) % own.length]
    const goesOnList = at < listed
    const until = goesOnList ? 'accepted' : finish ? 'recommended' : (WHERE_IT_IS[at % WHERE_IT_IS.length] ?? 'drafted')
    const application = await carry(world, { roundId: round.id, unitId: unit ?? '', county, until })
    if (goesOnList) {
      await api.call(provinceReviewer, 'proposeApplication', {
        params: { applicationId: application.id },
        body: { batchId: batch.id, opinion: OPINION },
        ifMatch: application.version,
      })
    } else if (finish) {
      await api.call(staff.cityReviewer(cityCodeOf(county)), 'rejectApplication', {
        params: { applicationId: application.id },
        body: { reason: '名额已满，本年度不予通过。' },
        ifMatch: application.version,
      })
    } else filled[until].push(application.id)
  }
  if (finish) await name(world, batch.id, year)
  return { roundId: round.id, batchId: batch.id, ...filled }
}

const ROUND_YEARS = 3

interface Carried {
  readonly roundId: string
  readonly unitId: string
  readonly county: string
  readonly until: (typeof WHERE_IT_IS)[number]
}

async function carry(
  { api, staff }: Staffed,
  { roundId, unitId, county, until }: Carried,
): Promise<{ readonly id: string; readonly version: number }> {
  const reporter = staff.countyReporter(county)
  const drafted = await api.call(reporter, 'draftApplication', {
    body: { roundId: roundId, unitId: unitId },
  })
  const params = { applicationId: drafted.id }
  const saved = await api.call(reporter, 'saveApplication', {
    params,
    body: filledApplication,
    ifMatch: drafted.version,
  })
  if (until === 'drafted') return saved
  const submitted = await api.call(reporter, 'submitApplication', { params, ifMatch: saved.version })
  if (until === 'submitted') return submitted
  const confirmed = await api.call(staff.countyReviewer(county), 'confirmCriteria', {
    params,
    body: everyOffice(api.now),
    ifMatch: submitted.version,
  })
  const recommended = await api.call(staff.countyReviewer(county), 'recommendApplication', {
    params,
    body: { opinion: OPINION },
    ifMatch: confirmed.version,
  })
  if (until === 'recommended') return recommended
  return api.call(staff.cityReviewer(cityCodeOf(county)), 'acceptApplication', {
    params,
    body: acceptance(api.now),
    ifMatch: recommended.version,
  })
}

/** What a careful clerk writes. */
export const filledApplication = {
  answers: HONOUR_TYPES['six-no-village'].criteria.map(({ code }) => ({ criterion: code, answer: 'met' as const })),
  statement:
    '我村成立平安创建工作小组，坚持网格化管理，矛盾纠纷排查化解率达百分之九十八；五年来未发生刑事案件和重大安全事故，群众安全感明显提升。',
}

/** What each office said of the six 无. */
export const everyOffice = (now: string) => ({
  confirmations: filledApplication.answers.map(({ criterion }, index) => ({
    criterion,
    on: now.slice(0, 10),
    reference: `联审核查单${index + 1}号`,
  })),
})

export const acceptance = (now: string) => ({
  opinion: OPINION,
  siteVisit: { on: now.slice(0, 10), visitors: '李明、王芳', finding: '台账齐全，访谈群众二十人，均无异议。' },
})

async function name(world: Staffed, batchId: string, year: number): Promise<void> {
  await world.api.call(world.staff.provinceAdmin, 'nameBatch', {
    params: { batchId },
    body: { documentNumber: `平安办〔${year}〕12号`, namedOn: `${year}-08-03` },
    ifMatch: await publicise(world, batchId, year),
  })
}

/** 公示 from its first to its last day; the list's version after it. */
export async function publicise(
  { api, staff }: Pick<Staffed, 'api' | 'staff'>,
  batchId: string,
  year: number,
): Promise<number> {
  const params = { batchId }
  api.now = `${year}-07-06T01:00:00.000Z`
  const { version } = await api.call(staff.provinceAdmin, 'getBatch', { params })
  await api.call(staff.provinceAdmin, 'openNotice', {
    params,
    body: { startsOn: `${year}-07-08`, contact: '省委平安办 028-00000000' },
    ifMatch: version,
  })
  await closeNotice(api, batchId, year)
  return version + 2
}

/** What the clock does once the notice has run out. */
export async function closeNotice(api: BenchApi, batchId: string, year: number): Promise<void> {
  api.now = `${year}-08-03T01:00:00.000Z`
  await closeNoticeOf(api.stores.openPlatformStore('99', api.platformMark()), BatchId.parse(batchId), api.now)
}
