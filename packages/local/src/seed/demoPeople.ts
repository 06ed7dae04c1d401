import type { Jurisdiction, Role } from '@anjie/contracts/vocabulary/access/people'
import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HonourCode } from '@anjie/contracts/vocabulary/honours/honourCodes'

/** One password for all demo log-ins; it exists in local stages only. */
export const DEMO_PASSWORD = 'Anjie-demo-2026'

export interface DemoPerson {
  readonly userName: string
  readonly personName: string
  readonly post: string
  readonly jurisdiction: Jurisdiction
  readonly jurisdictionName: string
  readonly roles: readonly Role[]
  /** 所在单位, of a log-in below the county. */
  readonly unitName?: string
  /** 分管荣誉, of a sector's reviewer. */
  readonly honours?: readonly HonourCode[]
}

/** The two cities whose counties take part in the demo cycle. */
export const DEMO_CITIES: readonly string[] = ['9901', '9902']
/** The county that shows the figures of the county report, and whose village applies for the honour. */
export const REPORT_COUNTY = '990110'
/** The county that shows what does not run smoothly: cases returned, units that ended, a notice with its outcomes. */
export const SITUATION_COUNTY = '990201'
/** Counties of a city that takes part in nothing else: one went to another city, one is to be merged. */
export const MOVED_COUNTY = '991802'
export const MERGED_COUNTY = '991803'

/** A township, a hospital, a school and a village that sign in themselves: log-in, unit, post. */
export const DEMO_UNIT_LOG_INS = [
  ['township', '霜台镇', '镇平安办干事'],
  ['hospital', '榆陂县人民医院', '医院保卫科科长'],
  ['school', '榆陂县第一中学', '学校安全办主任'],
  ['village', '霜台晨光村', '村平安专干'],
] as const

const SURNAMES = [...'林陈周吴郑王冯褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜']
const GIVEN = ['知远', '明澈', '若谷', '静安', '思齐', '允文', '望舒', '怀瑾', '清和', '立言', '守正', '予安', '行健']

/** An invented name; the same one for the same place in the list. */
const nameFor = (index: number): string => {
  const surname = SURNAMES[index % SURNAMES.length] ?? '林'
  return `${surname}${GIVEN[(index * 5) % GIVEN.length] ?? '知远'}`
}

/** Everybody who can sign in to the demo: the province, two cities, and a reporter and a reviewer in each of their counties. */
export function demoPeople(divisions: DivisionTree): readonly DemoPerson[] {
  const province: Jurisdiction = { level: 'province', code: divisions.province.code }
  const provinceName = divisions.province.name
  const people: Omit<DemoPerson, 'personName'>[] = [
    {
      userName: 'province.admin',
      post: '省委政法委考评处处长',
      jurisdiction: province,
      jurisdictionName: provinceName,
      roles: ['province-admin'],
    },
    {
      userName: 'province.reviewer',
      post: '省平安办基层处副处长',
      jurisdiction: province,
      jurisdictionName: provinceName,
      roles: ['province-reviewer'],
    },
    {
      userName: 'auditor',
      post: '省平安办督查专员',
      jurisdiction: province,
      jurisdictionName: provinceName,
      roles: ['auditor'],
    },
  ]
  for (const city of divisions.cities.filter(({ code }) => DEMO_CITIES.includes(code))) {
    people.push({
      userName: `${city.code}.reviewer`,
      post: '市委政法委基层科科长',
      jurisdiction: { level: 'city', code: city.code },
      jurisdictionName: city.name,
      roles: ['city-reviewer'],
    })
    for (const county of divisions.counties.filter((candidate) => candidate.city === city.code)) {
      const jurisdiction: Jurisdiction = { level: 'county', code: county.code }
      const place = { jurisdiction, jurisdictionName: county.name }
      const account = (post: string) => `${county.code.toLowerCase()}.${post}`
      people.push({ userName: account('reporter'), post: '县平安办干事', ...place, roles: ['county-reporter'] })
      people.push({ userName: account('reviewer'), post: '县委政法委副书记', ...place, roles: ['county-reviewer'] })
      if (county.code === REPORT_COUNTY)
        people.push(
          { userName: account('admin'), post: '县平安办主任', ...place, roles: ['county-admin'] },
          ...DEMO_UNIT_LOG_INS.map(([name, unitName, post]) => ({
            userName: account(name),
            post,
            ...place,
            roles: ['unit-reporter'] as const,
            unitName,
          })),
        )
    }
  }
  // Last, so that the others keep their names.
  const place = divisions.counties.find(({ code }) => code === SITUATION_COUNTY)
  if (place !== undefined)
    people.push({
      userName: `${SITUATION_COUNTY}.admin`,
      post: '县平安办主任',
      jurisdiction: { level: 'county', code: place.code },
      jurisdictionName: place.name,
      roles: ['county-admin'],
    })
  const own = divisions.counties.find(({ code }) => code === REPORT_COUNTY)
  if (own !== undefined)
    people.push({
      userName: `${REPORT_COUNTY}.health`,
      post: '县卫生健康局医政股股长',
      jurisdiction: { level: 'county', code: own.code },
      jurisdictionName: own.name,
      roles: ['county-reviewer'],
      honours: ['peace-hospital'],
    })
  // 转办 and 会签 need somebody else at the same level.
  const cityOf = divisions.cities.find(({ code }) => code === cityCodeOf(SITUATION_COUNTY))
  if (cityOf !== undefined) {
    const atCity = { jurisdiction: { level: 'city', code: cityOf.code }, jurisdictionName: cityOf.name } as const
    people.push(
      { userName: `${cityOf.code}.office`, post: '市平安办副主任', ...atCity, roles: ['city-reviewer'] },
      {
        userName: `${cityOf.code}.police`,
        post: '市公安局治安支队副支队长',
        ...atCity,
        roles: ['city-reviewer'],
        honours: ['fengqiao-police-station'],
      },
    )
  }
  // Whoever draws a plan up does not confirm it, and an appeal is looked into by who had no part in the revocation.
  people.push({
    userName: 'province.deputy',
    post: '省委政法委考评处副处长',
    jurisdiction: province,
    jurisdictionName: provinceName,
    roles: ['province-admin'],
  })
  for (const code of [MOVED_COUNTY, MERGED_COUNTY]) {
    const county = divisions.counties.find((each) => each.code === code)
    if (county !== undefined)
      people.push({
        userName: `${code}.admin`,
        post: '县平安办主任',
        jurisdiction: { level: 'county', code: county.code },
        jurisdictionName: county.name,
        roles: ['county-admin'],
      })
  }
  // Two people to a measure: who drafts for the city does not sign.
  const reportCity = divisions.cities.find(({ code }) => code === cityCodeOf(REPORT_COUNTY))
  if (reportCity !== undefined)
    people.push({
      userName: `${reportCity.code}.second`,
      post: '市平安办主任',
      jurisdiction: { level: 'city', code: reportCity.code },
      jurisdictionName: reportCity.name,
      roles: ['city-reviewer'],
    })
  // And who decides a veto had no part in the listing.
  if (own !== undefined)
    people.push({
      userName: `${REPORT_COUNTY}.deputy`,
      post: '县委政法委员会秘书',
      jurisdiction: { level: 'county', code: own.code },
      jurisdictionName: own.name,
      roles: ['county-admin'],
    })
  // A department scores by one person and signs by another.
  if (own !== undefined)
    for (const [name, post] of [
      ['police', '县公安局平安办干事'],
      ['police-head', '县公安局局长'],
    ] as const)
      people.push({
        userName: `${REPORT_COUNTY}.${name}`,
        post,
        jurisdiction: { level: 'county', code: own.code },
        jurisdictionName: own.name,
        roles: ['unit-reporter'],
        unitName: '榆陂县公安局',
      })
  return people.map((person, index) => ({ ...person, personName: nameFor(index) }))
}
