import { CountyCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HOME } from '@anjie/use-cases/home/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import { Case, type HonourWorld, honourWorld, mustHold, PEOPLE, round, village } from '../builders/honours.ts'

let world: HonourWorld
let roundId: RoundId
beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world, { places: 2 })
})

const shown = (member = PEOPLE.cityReviewer) =>
  mustHold(world.ask(HONOURS.getRound, member, { params: { roundId }, query: {}, body: {} }))
const give = (places: Record<string, number>, number = 0, member = PEOPLE.cityReviewer) =>
  world.run(
    HONOURS.distributePlaces,
    member,
    {
      params: { roundId },
      query: {},
      body: {
        counties: Object.entries(places).map(([code, n]) => ({ code: CountyCode.parse(code), places: n })),
        reason: '按村数分配',
      },
    },
    number,
  )
const places = async (first: number, version: number) =>
  world.run(
    HONOURS.changeRound,
    PEOPLE.provinceAdmin,
    {
      params: { roundId },
      query: {},
      body: {
        name: '2026年度六无平安村（社区）',
        closesOn: PlainDate.parse('2026-06-30'),
        quotas: [
          { code: '9901', places: first },
          { code: '9902', places: 2 },
        ],
        reason: '调整名额',
      },
    },
    version,
  )
/** As far as the acceptance, which is the city's next. */
async function recommended(name: string, county = '990101'): Promise<Case> {
  const made = await Case.draft(world, roundId, await village(world, county, name))
  const [reporter, reviewer] =
    county === '990101' ? [PEOPLE.reporter, PEOPLE.countyReviewer] : [PEOPLE.otherReporter, PEOPLE.otherReviewer]
  await mustHold(made.save(reporter))
  await mustHold(made.submit(reporter))
  await mustHold(made.recommend(reviewer))
  return made
}
const accepted = async (name: string, county?: string) => {
  const made = await recommended(name, county)
  await mustHold(made.accept())
  return made
}
const told = async (member = PEOPLE.countyReviewer) =>
  (await mustHold(world.ask(HOME.getHome, member, { params: {}, query: {}, body: {} }))).recent.map(
    ({ title, says }) => `${title} ${says}`,
  )

describe('places that a city gives its counties', () => {
  test('are counted for each of them, shown to each with what is left, and one that has none is refused with its name', async () => {
    await mustHold(give({ 990101: 1, 990102: 1 }))
    await accepted('一村')
    expect(await (await recommended('二村')).accept()).toMatchObject({
      error: { code: 'quota-exhausted', detail: '砚洲区本轮名额已用完，可以列入候补' },
    })
    await accepted('三村', '990102')
    expect((await shown(PEOPLE.reporter)).places).toEqual([
      { code: '990101', name: '砚洲区', city: '9901', places: 1, used: 1, waiting: 0 },
    ])
    expect((await shown()).places.map(({ name, places: n, used }) => [name, n, used])).toEqual([
      ['岚岭市', 2, 2],
      ['砚洲区', 1, 1],
      ['荷渡市', 1, 1],
    ])
    expect(await told()).toContain('2026年度六无平安村（社区） 本县（市、区）名额1个')
  })

  test('are moved between them and never below what one has used, nor above what the city has, nor by who saw an older page', async () => {
    await mustHold(give({ 990101: 2, 990102: 0 }))
    await accepted('一村')
    expect(await give({ 990101: 0, 990102: 2 }, 1)).toMatchObject({
      error: {
        code: 'quota-exhausted',
        pointer: '/counties/0/places',
        detail: '砚洲区已使用1个名额，不能减到0个，请先退回或不予通过相应申报',
      },
    })
    expect(await give({ 990102: 2 }, 1)).toMatchObject({
      error: { code: 'quota-exhausted', detail: '砚洲区已使用1个名额，必须列入分配' },
    })
    expect(await give({ 990101: 2, 990102: 1 }, 1)).toMatchObject({
      error: { code: 'quota-exhausted', detail: '分配合计3个，超过省级给岚岭市的2个名额' },
    })
    expect(await give({ 990101: 1, 990201: 1 }, 1)).toMatchObject({
      error: { detail: '代码为990201的县（市、区）不在本市（州）', pointer: '/counties/1/code' },
    })
    expect(await give({ 990101: 1, 990102: 1 }, 0)).toMatchObject({ error: { code: 'stale-version' } })
    await mustHold(give({ 990101: 1, 990102: 1 }, 1))
    expect((await shown()).distribution).toEqual({ number: 2, kept: 0, reason: '按村数分配' })
  })

  test('moved at the moment of an acceptance are never fewer than used, whoever is quicker', async () => {
    await mustHold(give({ 990101: 2, 990102: 0 }))
    const made = [await recommended('一村'), await recommended('二村')]
    await Promise.all([...made.map((each) => each.accept()), give({ 990101: 1, 990102: 1 }, 1)])
    for (const each of (await shown()).places) expect(each.used).toBeLessThanOrEqual(each.places)
  })

  test('are given by the city alone', async () => {
    expect(await give({ 990101: 1 }, 0, PEOPLE.provinceAdmin)).toMatchObject({ error: { code: 'not-permitted' } })
    expect(await give({ 990201: 1 }, 0, PEOPLE.otherCityReviewer)).toMatchObject({ ok: true })
    expect((await shown()).places).toHaveLength(1)
  })
})

describe('a waiting list', () => {
  test('takes only what finds no place, in order; the first goes up when a place falls free, by a person, and nobody overtakes', async () => {
    const early = await recommended('早村')
    expect(await early.wait()).toMatchObject({
      error: { code: 'transition-not-allowed', detail: '岚岭市还有名额，可以直接验收，不必列入候补' },
    })
    await mustHold(early.accept())
    await accepted('次村')
    const [first, second, third] = [await recommended('一村'), await recommended('二村'), await recommended('三村')]
    await mustHold(first.wait())
    await mustHold(second.wait())
    expect((await shown()).waiting.map(({ unitName, position, called }) => [unitName, position, called])).toEqual([
      ['一村', 1, false],
      ['二村', 2, false],
    ])
    expect(await told()).toContain('一村 9901列入候补')
    expect(await first.accept()).toMatchObject({
      error: { code: 'quota-exhausted', detail: '岚岭市本轮名额已用完，现为候补第1位' },
    })
    await mustHold(early.reject(PEOPLE.provinceReviewer))
    expect(await told()).toContain('一村 有名额空出，候补可以递补验收')
    expect(await third.accept()).toMatchObject({
      error: { code: 'quota-exhausted', detail: '岚岭市空出的1个名额由候补在前的2件按顺序递补，可以列入候补' },
    })
    expect(await second.accept()).toMatchObject({ error: { code: 'quota-exhausted' } })
    await mustHold(first.accept())
    expect((await first.state()).waiting).toBeUndefined()
    expect((await shown()).waiting).toMatchObject([{ unitName: '二村', position: 1, called: false }])
  })

  test('goes up when the quota is raised, and when an acceptance is taken back', async () => {
    const made = await accepted('一村')
    await accepted('二村')
    const [third, fourth] = [await recommended('三村'), await recommended('四村')]
    await mustHold(third.wait())
    await mustHold(fourth.wait())
    await mustHold(places(3, 1))
    expect((await shown()).waiting.map(({ called }) => called)).toEqual([true, false])
    await mustHold(made.withdraw(PEOPLE.cityReviewer, '现场核查资料不全'))
    expect((await shown()).waiting.map(({ called }) => called)).toEqual([true, true])
    await mustHold(places(2, 2))
    expect((await shown()).waiting.map(({ called }) => called)).toEqual([true, false])
  })

  test('of counties with places of their own is one line each', async () => {
    await mustHold(give({ 990101: 1, 990102: 1 }))
    await accepted('一村')
    const own = await recommended('二村')
    await mustHold(own.wait())
    await accepted('三村', '990102')
    const other = await recommended('四村', '990102')
    await mustHold(other.wait())
    expect((await shown()).waiting.map(({ position }) => position)).toEqual([1, 1])
    expect((await shown(PEOPLE.reporter)).waiting.map(({ unitName }) => unitName)).toEqual(['二村'])
  })

  test('is left by who is returned or refused, and by nobody’s own withdrawal', async () => {
    await accepted('一村')
    await accepted('二村')
    const [made, next] = [await recommended('三村'), await recommended('四村')]
    await mustHold(made.wait())
    await mustHold(next.wait())
    expect(await made.withdraw(PEOPLE.reporter)).toMatchObject({
      error: { detail: '该申报已列入候补，需要修改或不再申报的，请由验收单位退回' },
    })
    expect(await made.withdraw(PEOPLE.countyReviewer, '补充材料')).toMatchObject({ ok: false })
    await mustHold(made.sendBack('draft', PEOPLE.cityReviewer))
    expect((await shown()).waiting.map(({ unitName, position }) => [unitName, position])).toEqual([['四村', 1]])
    await mustHold(next.reject(PEOPLE.cityReviewer))
    expect((await shown()).waiting).toEqual([])
  })

  test('waits in one queue all the while, and its page says how many are left and which in the line it is', async () => {
    await accepted('一村')
    await accepted('二村')
    const made = await recommended('三村')
    await mustHold(made.wait())
    const page = await mustHold(
      world.ask(HONOURS.getApplication, PEOPLE.reporter, { params: made.params, query: {}, body: {} }),
    )
    expect(page.places).toEqual({ left: 0, of: '岚岭市', ahead: 0, position: 1 })
    const { toDo } = await mustHold(world.ask(HOME.getHome, PEOPLE.cityReviewer, { params: {}, query: {}, body: {} }))
    expect(toDo.filter(({ id }) => id === made.id).map(({ nextVerb, statusName }) => [nextVerb, statusName])).toEqual([
      ['递补验收', '待市级验收（候补）'],
    ])
  })
})

describe('five hundred', () => {
  test('for the last place: exactly one gets it, the others are refused and told of the line', {
    timeout: 60_000,
  }, async () => {
    await mustHold(places(1, 1))
    const made: Case[] = []
    for (let number = 0; number < 500; number++) made.push(await recommended(`${number}号村`))
    const outcomes = await Promise.all(made.map((each) => each.accept()))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes.filter(({ ok }) => !ok))
      expect(outcome).toMatchObject({
        error: { code: 'quota-exhausted', detail: '岚岭市本轮名额已用完，可以列入候补' },
      })
    expect((await shown()).places).toMatchObject([{ used: 1, places: 1 }])
  })
})

describe('at the same moment', () => {
  test('a submission sent twice is one', async () => {
    const made = await Case.draft(world, roundId, await village(world, '990101', '一村'))
    await mustHold(made.save())
    const twice = await Promise.all([made.submit(), made.submit()])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'stale-version' } })
  })

  test('two reviewers decide: one does, and the other is told to look again', async () => {
    const made = await recommended('一村')
    const both = await Promise.all([made.accept(), made.reject(PEOPLE.cityReviewer)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'stale-version' } })
  })

  test('a withdrawal and an acceptance: one of them, and the place is counted only with the acceptance', async () => {
    const made = await recommended('一村')
    const [taken, back] = await Promise.all([made.accept(), made.withdraw(PEOPLE.reporter)])
    expect([taken.ok, back.ok].filter(Boolean)).toHaveLength(1)
    const { status } = await made.state()
    expect((await shown()).places[0]?.used).toBe(status === 'accepted' ? 1 : 0)
  })

  test('a unit in two rounds of one honour has one case in each and never two in one', async () => {
    const unit = await village(world, '990101', '一村')
    const other = await round(world, { places: 2 })
    await Case.draft(world, roundId, unit)
    await Case.draft(world, other, unit)
    const again = { params: {}, query: {}, body: { roundId, unitId: unit.id } }
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, again)).toMatchObject({
      error: { code: 'already-applied', detail: '一村在“2026年度六无平安村（社区）”中已有申报' },
    })
  })
})
