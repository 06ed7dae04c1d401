import { Title } from '@anjie/contracts/vocabulary/honours/title'
import { RoundId, TitleId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { UNITS } from '@anjie/use-cases/units/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { basis, Case, type HonourWorld, honourWorld, mustHold, PEOPLE, person, village } from '../builders/honours.ts'

const COUNTY_ADMIN = person('p-county-admin', '990101', 'county-admin')
const HEALTH = { ...PEOPLE.countyReviewer, honours: ['peace-hospital'] } as typeof PEOPLE.countyReviewer

let world: HonourWorld
let unit: Unit

beforeEach(async () => {
  world = await honourWorld()
  unit = await village(world, '990101', '柳湾村')
})

const pageOf = (member: (typeof PEOPLE)[keyof typeof PEOPLE] = PEOPLE.reporter, of = unit) =>
  world.ask(UNITS.getUnit, member, { params: { unitId: of.id }, query: {}, body: {} })

async function titled(change: Partial<Title>): Promise<Title> {
  const id = TitleId.parse(`990101.${world.context(PEOPLE.provinceAdmin).newId()}`)
  const next = Title.parse({
    id,
    county: '990101',
    honour: 'six-no-village',
    honourName: '六无平安村（社区）',
    level: 'province',
    year: 2024,
    unitName: unit.name,
    unitKind: unit.kind,
    provinceName: '安和省',
    cityName: '岚岭市',
    countyName: '砚洲区',
    townshipName: unit.parentName,
    status: 'active',
    source: { kind: 'named-here' },
    updatedAt: world.now,
    ...change,
  })
  const fact = { type: 'TitleImported', details: { unit: next.unitName, source: '' } } as const
  await mustHold(world.platform().commit([{ kind: 'title', id, expectedVersion: 0, next, fact }]))
  return next
}

async function roundOfProvince(): Promise<RoundId> {
  const outcome = await mustHold(
    world.run(HONOURS.openRound, PEOPLE.provinceAdmin, {
      params: {},
      query: {},
      body: {
        honour: 'six-no-village',
        name: '本级申报',
        year: 2026,
        opensOn: PlainDate.parse('2026-01-01'),
        closesOn: PlainDate.parse('2027-12-31'),
        noticeWorkingDays: 5,
        validYears: 3,
        basisId: await basis(world, PEOPLE.provinceAdmin),
        quotas: [{ code: '9901', places: 3 }],
      },
    }),
  )
  return RoundId.parse(outcome.id)
}

async function renamed(name: string): Promise<void> {
  const { unit: known } = await mustHold(pageOf(COUNTY_ADMIN))
  const { version, ...state } = known
  const until = PlainDate.parse('2025-06-30')
  await mustHold(
    world.platform().commit([
      {
        kind: 'unit',
        id: unit.id,
        expectedVersion: version,
        next: Unit.parse({ ...state, name, formerNames: [{ name: state.name, until }] }),
        fact: {
          type: 'UnitChanged',
          details: { fromName: state.name, toName: name, on: '2025-07-01', approvalReference: '县民政〔2025〕3号' },
        },
      },
    ]),
  )
}

describe('the page of a unit', () => {
  test('joins what it holds under all of its names, each as it stands on the day, and tells how it came to its name', async () => {
    const own = await titled({ unitId: unit.id, validUntil: '2025-12-31' as never })
    const listed = await titled({ year: 2019, source: { kind: 'public-listing', url: 'https://example.gov.cn' } })
    await titled({ unitName: '柳树村', year: 2020 })
    await renamed('新柳湾村')
    const page = await mustHold(pageOf())
    expect(page.unit.name).toBe('新柳湾村')
    expect(page.unit.formerNames?.map(({ name }) => name)).toEqual(['柳湾村'])
    expect(page.titles.map(({ id, statusName, unitName }) => [id, statusName, unitName])).toEqual([
      [own.id, '已到期', '柳湾村'],
      [listed.id, '名单所载', '柳湾村'],
    ])
    expect(page.timeline.map(({ name }) => name)).toContain('变更单位')
    expect(page.place).toMatchObject({ countyName: '砚洲区' })
  })

  test('shows each reader the cases that stand in that reader’s own lists, and no others', async () => {
    const round = await roundOfProvince()
    const made = await Case.draft(world, round, unit)
    const seen = async (member: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      (await mustHold(pageOf(member))).applications.map(({ id }) => id)
    // A draft is the county's own; whoever stands above reads it once it was sent up.
    expect(await seen(PEOPLE.reporter)).toEqual([made.id])
    for (const above of [PEOPLE.cityReviewer, PEOPLE.provinceReviewer, PEOPLE.auditor]) {
      const listed = await mustHold(world.ask(HONOURS.listApplications, above, { params: {}, query: {}, body: {} }))
      expect(await seen(above)).toEqual(listed.rows.map(({ id }) => id))
    }
    expect(await seen(PEOPLE.cityReviewer)).toEqual([])
  })

  test('is there for its county and those above, and for nobody beside them', async () => {
    for (const member of [COUNTY_ADMIN, PEOPLE.cityReviewer, PEOPLE.provinceAdmin, PEOPLE.auditor])
      expect((await pageOf(member)).ok).toBe(true)
    for (const member of [PEOPLE.otherReporter, PEOPLE.otherCityReviewer])
      expect(await pageOf(member)).toMatchObject({ error: { code: 'not-found' } })
  })

  test('keeps from a post what is of honours that it does not look after', async () => {
    await Case.draft(world, await roundOfProvince(), unit)
    await titled({ unitId: unit.id })
    const page = await mustHold(pageOf(HEALTH))
    expect([page.applications, page.titles]).toEqual([[], []])
  })
})
