import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { Title } from '@anjie/contracts/vocabulary/honours/title'
import { RoundId, TitleId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { askedCriteria } from '@anjie/domain/honours/askedCriteria'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf, endedNotices, unfinishedNamings } from '@anjie/use-cases/notices/closeNotices'
import { NOTICES } from '@anjie/use-cases/notices/index'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  ALL_MET,
  basis,
  batch,
  batchNow,
  Case,
  DIVISIONS,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  person,
  rowsOf,
  village,
} from '../builders/honours.ts'

let world: HonourWorld
let unit: Unit

const COUNTY_ADMIN = person('p-county-admin', '990101', 'county-admin')
const CITY_LEADER = person('p-city-leader', '9901', 'city-reviewer')
const CALLERS = { county: COUNTY_ADMIN, city: PEOPLE.cityReviewer, province: PEOPLE.provinceAdmin } as const
const NAMERS = { county: COUNTY_ADMIN, city: CITY_LEADER, province: PEOPLE.provinceAdmin } as const
const REVIEWERS = {
  county: PEOPLE.countyReviewer,
  city: PEOPLE.cityReviewer,
  province: PEOPLE.provinceReviewer,
} as const

beforeEach(async () => {
  world = await honourWorld()
  unit = await village(world, '990101', '柳湾村')
})

async function roundInput(level: Level, more: { honour?: string; grade?: string; year?: number } = {}) {
  const { honour = 'six-no-village', grade, year = 2026 } = more
  const codes = { county: ['990101'], city: ['990101', '990102'], province: DIVISIONS.cities.map(({ code }) => code) }[
    level
  ]
  return {
    params: {},
    query: {},
    body: {
      honour,
      ...(grade === undefined ? {} : { grade }),
      name: `${year}年度本级申报`,
      year,
      opensOn: PlainDate.parse(`${year}-01-01`),
      closesOn: PlainDate.parse(`${year}-12-31`),
      noticeWorkingDays: 5,
      validYears: 3,
      basisId: await basis(world, CALLERS[level], honour),
      quotas: codes.map((code) => ({ code: code, places: 3 })),
    },
  }
}

async function roundAt(level: Level, more: { honour?: string; grade?: string; year?: number } = {}): Promise<RoundId> {
  const outcome = await mustHold(world.run(HONOURS.openRound, CALLERS[level], await roundInput(level, more)))
  return RoundId.parse(outcome.id)
}

/** The answers of a village, or of a campus. */
const answersFor = async (roundId: RoundId) => {
  const { state } = await mustHold(
    world.ask(HONOURS.getRound, PEOPLE.reporter, { params: { roundId }, query: {}, body: {} }),
  )
  return (state.type === undefined ? [] : askedCriteria(state.type)).map(({ code }) => ({
    criterion: code,
    answer: 'met' as const,
  }))
}

const SERIALS = {
  county: /^平安县990101-WL-2026-0001-/,
  city: /^平安市9901-WL-2026-0001-/,
  province: /^平安99-WL-2026-0001-/,
}

/** The unit has held a title of this level since a day. */
async function hold(level: 'county' | 'city', namedOn: string): Promise<void> {
  const id = TitleId.parse(`990101.${level}-${world.context(PEOPLE.provinceAdmin).newId()}`)
  await mustHold(
    world.platform().commit([
      {
        kind: 'title',
        id,
        expectedVersion: 0,
        next: Title.parse({
          id,
          county: '990101',
          honour: 'six-no-village',
          honourName: '六无平安村（社区）',
          level,
          year: Number(namedOn.slice(0, 4)),
          unitId: unit.id,
          unitName: unit.name,
          unitKind: unit.kind,
          provinceName: '安和省',
          cityName: '岚岭市',
          countyName: '砚洲区',
          status: 'active',
          namedOn,
          source: { kind: 'named-here' },
          updatedAt: world.now,
        }),
        fact: { type: 'TitleConferred', details: { documentNumber: '', serial: '' } },
      },
    ]),
  )
}

/** A unit's way from draft to title in a round of a level. */
async function nameAt(level: Level, roundId: RoundId, of: Unit = unit, number = '1'): Promise<Case> {
  const made = await Case.draft(world, roundId, of)
  await mustHold(made.save(PEOPLE.reporter, await answersFor(roundId)))
  await mustHold(made.submit())
  if (level !== 'county') await mustHold(made.recommend())
  await mustHold(made.accept(level === 'county' ? PEOPLE.countyReviewer : PEOPLE.cityReviewer))
  const list = await mustHold(
    world.run(NOTICES.createBatch, REVIEWERS[level], { params: {}, query: {}, body: { roundId, name: '第一批' } }),
  )
  const batchId = (await rowsOf(world, REVIEWERS[level], 'batch')).find(({ id }) => id === list.id)?.fields
  expect(batchId?.roundId).toBe(roundId)
  await mustHold(made.propose(list.id as never, REVIEWERS[level]))
  await mustHold(openNoticeOf(world, list.id as never, '2026-03-03', NAMERS[level]))
  world.now = '2026-03-10T01:00:00.000Z'
  expect(await endedNotices(world.platform(), world.now)).toEqual([list.id])
  await closeNoticeOf(world.platform(), list.id as never, world.now)
  expect(await endedNotices(world.platform(), world.now)).toEqual([])
  const { version } = await batchNow(world, list.id as never)
  await mustHold(
    world.run(
      HONOURS.nameBatch,
      NAMERS[level],
      {
        params: { batchId: list.id as never },
        query: {},
        body: { documentNumber: `平安办〔2026〕${number}号` as never, namedOn: PlainDate.parse('2026-03-10') },
      },
      version,
    ),
  )
  expect(await unfinishedNamings(world.platform())).toEqual([])
  return made
}

describe('a title of each level', () => {
  test.each(['county', 'city', 'province'] as const)(
    'of the %s is named by its own people, and number and row say so',
    async (level) => {
      if (level === 'city') await hold('county', '2025-03-01')
      const made = await nameAt(level, await roundAt(level))
      const { certificateSerial, status } = await made.state()
      expect(status).toBe('named')
      expect(certificateSerial).toMatch(SERIALS[level])
      const rows = await rowsOf(world, PEOPLE.reporter, 'title')
      expect(rows.map(({ fields }) => fields.level)).toContain(level)
    },
  )

  test('numbers of a county begin anew and leave those of its province without a gap', async () => {
    await nameAt('county', await roundAt('county'), unit, '1')
    world.now = '2026-03-02T01:00:00.000Z'
    const other = await village(world, '990101', '梨园村')
    const made = await nameAt('province', await roundAt('province'), other, '2')
    expect((await made.state()).certificateSerial).toMatch(/^平安99-WL-2026-0001-/)
  })
})

describe('who names', () => {
  test('a county’s list is neither opened nor named by the city or the province, whatever they ask', async () => {
    const roundId = await roundAt('county')
    const listId = await batch(world, roundId, '第一批').catch(() => undefined)
    expect(listId).toBeUndefined()
    const list = await mustHold(
      world.run(NOTICES.createBatch, PEOPLE.countyReviewer, {
        params: {},
        query: {},
        body: { roundId, name: '第一批' },
      }),
    )
    for (const member of [PEOPLE.cityReviewer, PEOPLE.provinceAdmin, PEOPLE.countyReviewer]) {
      const outcome = await openNoticeOf(world, list.id as never, '2026-03-03', member)
      expect(outcome).toMatchObject({ ok: false, error: { code: 'not-permitted' } })
    }
  })

  test('the city’s store refuses a county’s list and title even where nobody else asks', async () => {
    const roundId = await roundAt('county')
    const list = await mustHold(
      world.run(NOTICES.createBatch, PEOPLE.countyReviewer, {
        params: {},
        query: {},
        body: { roundId, name: '第一批' },
      }),
    )
    const { state, version } = await batchNow(world, list.id as never)
    const store = world.context(PEOPLE.cityReviewer, undefined, 'honours').store
    await expect(
      store.commit([
        {
          kind: 'batch',
          id: state.id,
          expectedVersion: version,
          next: { ...state, name: '改名' },
          fact: { type: 'BatchCreated', details: { round: '' } },
        },
      ]),
    ).rejects.toThrow()
  })

  test('two people are needed at a city as well, where all hold the same post', async () => {
    await nameAt('county', await roundAt('county'), unit, '1')
    world.now = '2027-03-10T01:00:00.000Z'
    const roundId = await roundAt('city', { year: 2027 })
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    const visited = await world.run(
      HONOURS.acceptApplication,
      PEOPLE.cityReviewer,
      {
        params: made.params,
        query: {},
        body: {
          opinion: '验收合格',
          siteVisit: { on: PlainDate.parse('2027-03-10'), visitors: '验收组', finding: '与申报一致' },
        },
      },
      made.version,
    )
    made.version = (await mustHold(visited)).version
    const list = await mustHold(
      world.run(NOTICES.createBatch, PEOPLE.cityReviewer, {
        params: {},
        query: {},
        body: { roundId, name: '市第一批' },
      }),
    )
    await mustHold(made.propose(list.id as never, PEOPLE.cityReviewer))
    expect(await openNoticeOf(world, list.id as never, '2027-03-11', PEOPLE.cityReviewer)).toMatchObject({
      ok: false,
      error: { code: 'conflict-of-interest', detail: '名单中有您本人列入的单位，公示和命名应由其他人员办理' },
    })
  })
})

describe('the title below', () => {
  test('is asked for by the city’s round, and the day before it was held long enough is refused with the day named', async () => {
    const cityRound = await roundAt('city')
    const draftInput = (roundId: RoundId) => ({ params: {}, query: {}, body: { roundId, unitId: unit.id } })
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput(cityRound))).toMatchObject({
      ok: false,
      error: { code: 'criteria-not-met', detail: '下一级称号：须持有县级称号满12个月，目前没有有效期内的该称号' },
    })
    await nameAt('county', await roundAt('county'), unit, '1')
    const later = await (async () => {
      world.now = '2027-01-02T01:00:00.000Z'
      return roundAt('city', { year: 2027 })
    })()
    world.now = '2027-03-09T15:59:59.000Z'
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput(later))).toMatchObject({
      ok: false,
      error: {
        code: 'criteria-not-met',
        detail: '下一级称号：2026年3月10日取得县级称号，满12个月为2027年3月10日，当日起可以申报',
      },
    })
    world.now = '2027-03-09T16:00:00.000Z'
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput(later))).toMatchObject({ ok: true })
  })

  test('that is withdrawn while the one above is applied for stops every further step with its state', async () => {
    await nameAt('county', await roundAt('county'), unit, '1')
    world.now = '2027-03-10T01:00:00.000Z'
    const made = await Case.draft(world, await roundAt('city', { year: 2027 }), unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    const { lowerTitleId } = await made.state()
    if (lowerTitleId === undefined) throw new Error('the application names no title below')
    const title = await world.platform().get('title', lowerTitleId)
    if (title === undefined) throw new Error('the title is gone')
    await mustHold(
      world.platform().commit([
        {
          kind: 'title',
          id: lowerTitleId,
          expectedVersion: title.version,
          next: { ...title.state, status: 'revoked' },
          fact: { type: 'TitleConferred', details: { documentNumber: '', serial: '' } },
        },
      ]),
    )
    expect(await made.recommend()).toMatchObject({
      ok: false,
      error: {
        code: 'criteria-not-met',
        detail: '柳湾村的县级“六无平安村（社区）”称号现为“已撤销”，不再具备申报条件，请退回或不予通过',
      },
    })
  })

  test('of a lower grade leads to the next grade of the same level, and never back', async () => {
    const school = await village(world, '990101', '砚洲中学', { kind: 'campus' })
    const third = await roundAt('county', { honour: 'peace-campus', grade: '3A级' })
    await nameAt('county', third, school, '1')
    const [row] = await rowsOf(world, PEOPLE.reporter, 'title')
    expect(row?.fields).toMatchObject({ honourName: '平安校园（3A级）', grade: '3A级', level: 'county' })
    const again = await roundAt('county', { honour: 'peace-campus', grade: '3A级' })
    const draftInput = (roundId: RoundId) => ({ params: {}, query: {}, body: { roundId, unitId: school.id } })
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput(again))).toMatchObject({
      error: { code: 'already-titled' },
    })
    world.now = '2027-03-10T01:00:00.000Z'
    const fourth = await roundAt('county', { honour: 'peace-campus', grade: '4A级', year: 2027 })
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput(fourth))).toMatchObject({ ok: true })
  })
})

describe('a round', () => {
  test('of a rung that the type does not have is refused with those that it has', async () => {
    const wrong = await world.run(
      HONOURS.openRound,
      COUNTY_ADMIN,
      await roundInput('county', { honour: 'peace-campus', grade: '5A级' }),
    )
    expect(wrong).toMatchObject({
      error: {
        code: 'invalid-input',
        pointer: '/grade',
        detail: '“平安校园”在本级设县级3A级、县级4A级，请选择其中之一',
      },
    })
  })

  test('gives places to who lies below, and to nobody else', async () => {
    const input = await roundInput('county')
    const foreign = { ...input, body: { ...input.body, quotas: [{ code: '990102', places: 3 }] } }
    expect(await world.run(HONOURS.openRound, COUNTY_ADMIN, foreign)).toMatchObject({
      error: {
        code: 'invalid-input',
        pointer: '/quotas/0/code',
        detail: '代码为990102的县（市、区）不在本级管辖范围内',
      },
    })
  })

  test('of a county is listed there and to nobody beside it; the city’s and the province’s are listed below them', async () => {
    const [ofCounty, ofCity, ofProvince] = [await roundAt('county'), await roundAt('city'), await roundAt('province')]
    const listed = async (member: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      (await mustHold(world.ask(HONOURS.listRounds, member, { params: {}, query: {}, body: {} }))).rows
        .map(({ id }) => id)
        .toSorted()
    expect(await listed(PEOPLE.reporter)).toEqual([ofProvince, ofCity, ofCounty].toSorted())
    expect(await listed(PEOPLE.otherReporter)).toEqual([ofProvince, ofCity].toSorted())
    expect(await listed(PEOPLE.otherCityReviewer)).toEqual([ofProvince])
  })

  test('of a county counts its own places, and the last one is given once', async () => {
    const input = await roundInput('county')
    const outcome = await mustHold(
      world.run(HONOURS.openRound, COUNTY_ADMIN, {
        ...input,
        body: { ...input.body, quotas: [{ code: '990101', places: 1 }] },
      }),
    )
    const roundId = RoundId.parse(outcome.id)
    const cases = []
    for (const name of ['一村', '二村']) {
      const made = await Case.draft(world, roundId, await village(world, '990101', name))
      await mustHold(made.save(PEOPLE.reporter, ALL_MET))
      await mustHold(made.submit())
      cases.push(made)
    }
    const outcomes = await Promise.all(cases.map((made) => made.accept(PEOPLE.countyReviewer)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'quota-exhausted', detail: '砚洲区本轮名额已用完，可以列入候补' },
    })
  })
})
