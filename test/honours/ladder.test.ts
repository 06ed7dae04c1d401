import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { Title } from '@anjie/contracts/vocabulary/honours/title'
import { type BasisId, RoundId, TitleId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { heldForText } from '@anjie/domain/honours/ladder'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  ALL_MET,
  basis,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  PEOPLE,
  person,
  village,
} from '../builders/honours.ts'

let world: HonourWorld
let unit: Unit

const COUNTY_ADMIN = person('p-county-admin', '990101', 'county-admin')
const CALLERS = { county: COUNTY_ADMIN, city: PEOPLE.cityReviewer, province: PEOPLE.provinceAdmin } as const

beforeEach(async () => {
  world = await honourWorld()
  unit = await village(world, '990101', '柳湾村')
})

const nothing = { params: {}, query: {}, body: {} }

async function openRound(level: Level, opensOn = '2026-01-01', basisId?: BasisId): Promise<RoundId> {
  const codes = { county: ['990101'], city: ['990101', '990102'], province: ['9901', '9902'] }[level]
  const outcome = await mustHold(
    world.run(HONOURS.openRound, CALLERS[level], {
      params: {},
      query: {},
      body: {
        honour: 'six-no-village',
        name: '本级申报',
        year: 2026,
        opensOn: PlainDate.parse(opensOn),
        closesOn: PlainDate.parse('2027-12-31'),
        noticeWorkingDays: 5,
        validYears: 3,
        basisId: basisId ?? (await basis(world, CALLERS[level])),
        quotas: codes.map((code) => ({ code, places: 3 })),
      },
    }),
  )
  return RoundId.parse(outcome.id)
}

async function hold(
  holder: Unit,
  level: 'county' | 'city' | 'province',
  namedOn: string,
  more: Partial<Title> = {},
): Promise<Title> {
  const mark = level === 'province' ? '' : `${level}-`
  const id = TitleId.parse(`990101.${mark}${world.context(PEOPLE.provinceAdmin).newId()}`)
  const next = Title.parse({
    id,
    county: '990101',
    honour: 'six-no-village',
    honourName: '六无平安村（社区）',
    level,
    year: Number(namedOn.slice(0, 4)),
    unitId: holder.id,
    unitName: holder.name,
    unitKind: holder.kind,
    provinceName: '安和省',
    cityName: '岚岭市',
    countyName: '砚洲区',
    townshipName: holder.parentName,
    status: 'active',
    namedOn,
    source: { kind: 'named-here' },
    updatedAt: world.now,
    ...more,
  })
  const fact = { type: 'TitleConferred', details: { documentNumber: '号', serial: '号' } } as const
  await mustHold(world.platform().commit([{ kind: 'title', id, expectedVersion: 0, next, fact }]))
  return next
}

async function ladderOf(holder = unit, member = PEOPLE.reporter) {
  const input = { params: { unitId: holder.id }, query: {}, body: {} }
  const { ladders } = await mustHold(world.ask(HONOURS.getLadder, member, input))
  return ladders.find(({ honour }) => honour === 'six-no-village')?.rungs ?? []
}
const rungAt = async (level: Level, holder = unit) => (await ladderOf(holder)).find((rung) => rung.level === level)

const draftIn = (roundId: RoundId, holder = unit) =>
  world.run(HONOURS.draftApplication, PEOPLE.reporter, {
    params: {},
    query: {},
    body: { roundId, unitId: holder.id },
  })

describe('the ladder of a unit', () => {
  test('says what is held since when, what comes next, and the day from which it may be applied for', async () => {
    await hold(unit, 'county', '2025-06-20')
    const city = await openRound('city')
    const [county, next, province, national] = await ladderOf()
    expect(county).toMatchObject({ level: 'county', state: 'held', title: { since: '2025-06-20' } })
    expect(next).toMatchObject({ level: 'city', state: 'blocked', from: '2026-06-20', round: { id: city } })
    expect(next?.lines.find(({ name }) => name === '下一级称号')).toEqual({
      name: '下一级称号',
      met: false,
      reason: '2025年6月20日取得县级称号，满12个月为2026年6月20日，当日起可以申报（已持有8个月零10天）',
    })
    expect(province?.lines.find(({ name }) => name === '批准依据')).toMatchObject({ met: false })
    expect(national).toMatchObject({ state: 'recorded', lines: [] })
  })

  test.each([
    ['2026-06-19', 'nearly', false],
    ['2026-06-20', 'open', true],
  ] as const)('and the server agree on %s', async (day, state, isTaken) => {
    await hold(unit, 'county', '2025-06-20')
    const city = await openRound('city')
    world.now = `${day}T01:00:00.000Z`
    const rung = await rungAt('city')
    expect(rung?.state).toBe(state)
    // A day that has come is no day to wait for.
    expect(rung?.from).toBe(isTaken ? undefined : '2026-06-20')
    expect((await draftIn(city)).ok).toBe(isTaken)
    if (isTaken) expect(await rungAt('city')).toMatchObject({ state: 'applied', application: { statusName: '草稿' } })
  })

  test('shows the round that is open, not one whose window is over, and one that opens soon with its day', async () => {
    await hold(unit, 'county', '2024-01-10')
    expect((await rungAt('city'))?.lines.find(({ name }) => name === '申报期')?.reason).toBe(
      '目前没有开放的市级申报轮次',
    )
    await openRound('city', '2026-04-01')
    expect(await rungAt('city')).toMatchObject({ state: 'nearly', from: '2026-04-01' })
  })

  test('leaves a title that was taken away or ran out where it is no more: the rung is not reached', async () => {
    await hold(unit, 'county', '2020-01-10', { status: 'revoked' })
    expect((await rungAt('county'))?.state).toBe('blocked')
    await hold(unit, 'county', '2020-02-10', { validUntil: PlainDate.parse('2023-02-09') })
    expect((await rungAt('county'))?.state).toBe('blocked')
  })

  test('counts what a case in hand still lacks', async () => {
    const county = await openRound('county')
    const made = await Case.draft(world, county, unit)
    await mustHold(made.save(PEOPLE.reporter, ALL_MET.slice(1)))
    const lacking = (await rungAt('county'))?.lines.filter(({ met }) => !met)
    expect(lacking).toEqual([{ name: '无黑恶犯罪', met: false, reason: '尚未自查' }])
  })

  test('names a bar and the day after its end: the rung is not open before, and the planner says the same', async () => {
    await openRound('county')
    const bar = {
      kind: 'listed' as const,
      from: PlainDate.parse('2026-03-01'),
      decidedBy: '砚洲区平安建设领导小组',
      document: '砚平安办〔2026〕3号',
      documentOn: PlainDate.parse('2026-03-01'),
      cause: '辖区治安问题突出，挂牌整治',
    }
    const free = await rungAt('county')
    expect(free?.state).toBe('open')
    await mustHold(world.run(HONOURS.enterBar, COUNTY_ADMIN, { params: { subject: unit.id }, query: {}, body: bar }, 0))
    const rung = await rungAt('county')
    expect(rung?.state).not.toBe('open')
    expect(rung?.from).toBe('2026-09-02')
    const line = rung?.lines.find(({ name }) => name === '限制申报情形')
    expect(line).toMatchObject({ met: false })
    expect(line?.reason).toContain('砚平安办〔2026〕3号')
    const { rows } = await mustHold(world.ask(HONOURS.getPlanner, PEOPLE.reporter, nothing))
    const planned = rows.find(({ unitId, honour }) => unitId === unit.id && honour === 'six-no-village')
    expect(planned).toMatchObject({ state: rung?.state, from: '2026-09-02' })
    expect(planned?.missing).toContain(`限制申报情形：${line?.reason}`)
  })

  test('is read by the county and its unit, and by no other county', async () => {
    const input = { params: { unitId: unit.id }, query: {}, body: {} }
    expect(await world.ask(HONOURS.getLadder, PEOPLE.otherReporter, input)).toMatchObject({
      error: { code: 'not-found' },
    })
  })
})

describe('a unit that applies in two rounds', () => {
  test('of one rung is listed in one of them: the other is stopped with the certificate, and drafts of the same round are refused', async () => {
    const [one, other] = [await openRound('county'), await openRound('county')]
    const first = await Case.draft(world, one, unit)
    expect(await draftIn(one)).toMatchObject({
      error: { code: 'already-applied', detail: '柳湾村在“本级申报”中已有申报', pointer: '/unitId' },
    })
    const second = await Case.draft(world, other, unit)
    await mustHold(first.save())
    await mustHold(second.save())
    await mustHold(first.submit())
    // Named meanwhile by the first round: the second one says so before it is sent.
    await hold(unit, 'county', '2026-03-01', { serial: '平安县990101-WL-2026-0001-AAAA' as never })
    expect(await second.submit()).toMatchObject({
      error: {
        code: 'already-titled',
        detail: '未持有本称号：已于2026年获得县级称号（证书编号平安县990101-WL-2026-0001-AAAA）',
      },
    })
  })

  test('of two levels keeps the higher one waiting until the title below has been held long enough', async () => {
    const [county, city] = [await openRound('county'), await openRound('city')]
    await Case.draft(world, county, unit)
    expect(await draftIn(city)).toMatchObject({
      error: { code: 'criteria-not-met', detail: '下一级称号：须持有县级称号满12个月，目前没有有效期内的该称号' },
    })
  })
})

describe('a title below that runs out while the higher one is applied for', () => {
  test('stops the next step with the day on which it ended', async () => {
    await hold(unit, 'county', '2023-03-05', { validUntil: PlainDate.parse('2026-03-04') })
    const made = await Case.draft(world, await openRound('city'), unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    world.now = '2026-03-05T01:00:00.000Z'
    expect(await made.recommend()).toMatchObject({
      error: {
        code: 'criteria-not-met',
        detail: '柳湾村的县级“六无平安村（社区）”称号已于2026年3月4日到期，不再具备申报条件，请退回或不予通过',
      },
    })
  })
})

describe('the planner of a county', () => {
  const planOf = async (name: string) => {
    const { rows } = await mustHold(world.ask(HONOURS.getPlanner, PEOPLE.reporter, nothing))
    return rows.find(({ unitName, honour }) => unitName === name && honour === 'six-no-village')
  }

  test('says of each unit what the ladder says: nearly there, blocked by what, due for renewal, at the top', async () => {
    const [near, blocked, ending, top] = [
      await village(world, '990101', '近村'),
      await village(world, '990101', '远村'),
      await village(world, '990101', '到期村'),
      await village(world, '990101', '顶村'),
    ]
    await openRound('city')
    await hold(near, 'county', '2025-04-01')
    await hold(ending, 'county', '2023-05-02', { validUntil: PlainDate.parse('2026-05-01') })
    await hold(top, 'province', '2025-01-01')
    expect(await planOf('近村')).toMatchObject({ state: 'nearly', next: { level: 'city' }, from: '2026-04-01' })
    const stuck = await planOf('远村')
    expect(stuck).toMatchObject({ state: 'blocked', next: { level: 'county' } })
    expect(stuck?.missing.join()).toContain('县级还没有现行有效的批准依据')
    expect(blocked.name).toBe('远村')
    expect(await planOf('到期村')).toMatchObject({ state: 'renewal', held: { validUntil: '2026-05-01' } })
    expect(await planOf('顶村')).toMatchObject({ state: 'complete', missing: [] })
  })

  test('has no line for what is only counted, and none for a unit that was merged', async () => {
    await village(world, '990101', '旧村', { validTo: PlainDate.parse('2025-01-01') })
    const { rows } = await mustHold(world.ask(HONOURS.getPlanner, PEOPLE.reporter, nothing))
    expect(rows.filter(({ honour }) => honour === 'peace-family')).toEqual([])
    expect(rows.filter(({ unitName }) => unitName === '旧村')).toEqual([])
  })
})

describe('the time that a title has been held', () => {
  test.each([
    ['2025-06-20', '2026-03-02', '已持有8个月零10天'],
    ['2025-06-20', '2026-06-20', '已持有12个月'],
    ['2025-01-31', '2025-02-28', '已持有1个月'],
    ['2026-03-01', '2026-03-02', '已持有1天'],
  ])('from %s to %s is counted to the day: %s', (since, today, text) => {
    expect(heldForText(PlainDate.parse(since), PlainDate.parse(today))).toBe(text)
  })
})
