import { Jurisdiction, Membership, type Role } from '@anjie/contracts/vocabulary/access/people'
import { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'
import { grantedMembershipId } from '@anjie/domain/people/peopleIds'
import { digest } from '@anjie/store'

/** What a whole province holds. A share of it has that share of each, except what one county or one form holds. */
export const WHOLE_PROVINCE = {
  counties: 183,
  citySize: 9,
  indicators: 150,
  unitsOfCounty: 186,
  townshipsOfCounty: 10,
  applications: 20_000,
  importedTitles: 7_440,
  namedTitles: 560,
  divisionChanges: 100,
  savesOfOneForm: 351,
} as const

/** Every field of a province of which a share is filled. */
export interface BenchProvince {
  readonly tree: DivisionTree
  readonly staff: BenchStaff
}

const PROVINCE = '99'
const twoDigits = (index: number): string => String(index + 1).padStart(2, '0')

export function benchTree(countyCount: number): DivisionTree {
  const cityCount = Math.ceil(countyCount / WHOLE_PROVINCE.citySize)
  const cities = Array.from({ length: cityCount }, (_, at) => ({
    code: `${PROVINCE}${twoDigits(at)}`,
    name: `${wordOf(at)}州市`,
  }))
  const counties = Array.from({ length: countyCount }, (_, at) => {
    const city = `${PROVINCE}${twoDigits(Math.floor(at / WHOLE_PROVINCE.citySize))}`
    return { code: `${city}${twoDigits(at % WHOLE_PROVINCE.citySize)}`, name: `${wordOf(at)}溪县`, city }
  })
  return DivisionTree.parse({ province: { code: PROVINCE, name: '安和省' }, cities, counties })
}

const WORDS = '安宁和平清明泰顺长乐永兴福康瑞祥嘉德仁义礼智信诚善美'

/** Two characters that tell some six hundred things apart. */
export function wordOf(index: number): string {
  const first = WORDS.charAt(Math.floor(index / WORDS.length) % WORDS.length)
  return `${first}${WORDS.charAt(index % WORDS.length)}`
}

/** One person for each post; names are made up from the post. */
export interface BenchStaff {
  readonly provinceAdmin: Membership
  readonly provinceReviewer: Membership
  /** Whoever draws a plan up does not confirm it. */
  readonly provinceDeputy: Membership
  cityReviewer(city: string): Membership
  countyAdmin(county: string): Membership
  /** Whoever listed does not decide on its veto. */
  countyDeputy(county: string): Membership
  countyReviewer(county: string): Membership
  countyReporter(county: string): Membership
  /** Of a department or a township; `which` tells its people apart. */
  ofUnit(county: string, unit: UnitId, which?: string): Membership
}

const LEVELS: Readonly<Record<number, Membership['jurisdiction']['level']>> = { 2: 'province', 4: 'city', 6: 'county' }

export function benchStaff(put: (membership: Membership) => void): BenchStaff {
  const known = new Map<string, Membership>()
  const holder = (code: string, role: Role, which = '', units?: readonly UnitId[]): Membership => {
    const identity = `https://bench.invalid#${code}.${role}${which}`
    const there = known.get(identity)
    if (there !== undefined) return there
    const jurisdiction = Jurisdiction.parse({ level: LEVELS[code.length], code })
    const member = Membership.parse({
      id: grantedMembershipId(jurisdiction, identity, digest),
      identity,
      personId: `person-${code}.${role}${which}`,
      personName: `经办${code}`,
      post: '平安建设办公室主任科员',
      jurisdiction,
      jurisdictionName: `${code}平安建设领导小组`,
      roles: [role],
      ...(units === undefined ? {} : { units }),
      validUntil: '2099-12-31',
      version: 1,
    })
    known.set(identity, member)
    put(member)
    return member
  }
  return {
    provinceAdmin: holder(PROVINCE, 'province-admin'),
    provinceReviewer: holder(PROVINCE, 'province-reviewer'),
    provinceDeputy: holder(PROVINCE, 'province-admin', '.deputy'),
    cityReviewer: (city) => holder(city, 'city-reviewer'),
    countyAdmin: (county) => holder(county, 'county-admin'),
    countyDeputy: (county) => holder(county, 'county-admin', '.deputy'),
    countyReviewer: (county) => holder(county, 'county-reviewer'),
    countyReporter: (county) => holder(county, 'county-reporter'),
    ofUnit: (county, unit, which = '') => holder(county, 'unit-reporter', `.${unit}${which}`, [unit]),
  }
}
