import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { quotaId, slotId } from '@anjie/domain/honours/recordIds'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  ALL_MET,
  batch,
  batchNow,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  person,
  round,
  rowsOf,
  village,
} from '../builders/honours.ts'

let world: HonourWorld
let roundId: RoundId
let unit: Unit

beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world, { places: 2 })
  unit = await village(world, '990101', '柳湾村')
})

const refused = (code: string) => ({ ok: false, error: { code } })
const used = async (): Promise<number> =>
  (await world.platform().get('quota', quotaId({ id: roundId }, '990101')))?.state.used ?? 0
const draftInput = () => ({ params: {}, query: {}, body: { roundId, unitId: unit.id } })

describe('a unit', () => {
  test('has one open application per round, however many clerks draft one at once', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput())),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.error.code).toBe('already-applied')
  })

  test('may apply again in the same round once its application was rejected', async () => {
    const first = await Case.draft(world, roundId, unit)
    await mustHold(first.save())
    await mustHold(first.submit())
    await mustHold(first.recommend())
    await mustHold(first.reject())
    const slot = await world.platform().get('application-slot', slotId({ id: roundId }, unit))
    expect(slot?.state.applicationId).toBeNull()
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput())).toMatchObject({ ok: true })
  })

  test.each([
    ['before the window', '2026-02-28T00:00:00.000Z', 'round-closed'],
    ['on the evening before it in UTC, which is its first morning in Beijing', '2026-02-28T16:00:00.000Z', undefined],
    ['at the last second of its last day in Beijing', '2026-06-30T15:59:59.000Z', undefined],
    ['a second later', '2026-06-30T16:00:00.000Z', 'round-closed'],
  ])('drafts %s', async (_when, now, problem) => {
    world.now = now
    const outcome = await world.run(HONOURS.draftApplication, PEOPLE.reporter, draftInput())
    expect(outcome).toMatchObject(problem === undefined ? { ok: true } : refused(problem))
  })

  test('of another kind cannot apply', async () => {
    const hospital = await village(world, '990101', '砚洲区人民医院', { kind: 'hospital' })
    const input = { params: {}, query: {}, body: { roundId, unitId: hospital.id } }
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, input)).toMatchObject(refused('criteria-not-met'))
  })

  test('that was merged away cannot apply', async () => {
    const gone = await village(world, '990101', '旧村', { validTo: '2025-12-31' as Unit['validFrom'] })
    const input = { params: {}, query: {}, body: { roundId, unitId: gone.id } }
    expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, input)).toMatchObject({
      ok: false,
      error: { code: 'criteria-not-met', detail: expect.stringContaining('2025年12月31日') },
    })
  })

  test('of another county is not found, like one that does not exist', async () => {
    expect(await world.run(HONOURS.draftApplication, PEOPLE.otherReporter, draftInput())).toMatchObject(
      refused('not-found'),
    )
  })
})

describe('submitting', () => {
  test('names every criterion that nobody has looked at as incomplete, and one that is not met as not met', async () => {
    const made = await Case.draft(world, roundId, unit)
    expect(await made.submit()).toMatchObject(refused('incomplete'))
    const [first, ...others] = ALL_MET
    if (first === undefined) throw new Error('no criteria')
    await mustHold(made.save(PEOPLE.reporter, [{ ...first, answer: 'unknown' }, ...others]))
    expect(await made.submit()).toMatchObject({
      ok: false,
      error: { code: 'incomplete', detail: '无黑恶犯罪：尚未自查' },
    })
    await mustHold(made.save(PEOPLE.reporter, [{ ...first, answer: 'not-met' }, ...others]))
    expect(await made.submit()).toMatchObject(refused('criteria-not-met'))
    await mustHold(made.save())
    expect(await made.submit()).toMatchObject({ ok: true })
  })

  test('a criterion that the honour does not have is refused, and so is one that is answered twice', async () => {
    const made = await Case.draft(world, roundId, unit)
    const stranger = { criterion: '__proto__', answer: 'met' as const }
    expect(await made.save(PEOPLE.reporter, [stranger])).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', pointer: '/answers/0/criterion' },
    })
    const [first] = ALL_MET
    if (first === undefined) throw new Error('no criteria')
    expect(await made.save(PEOPLE.reporter, [first, first])).toMatchObject({
      ok: false,
      error: { pointer: '/answers/1/criterion' },
    })
  })

  test('a returned application may come again after the window has closed, a new one may not', async () => {
    const returned = await Case.draft(world, roundId, unit)
    await mustHold(returned.save())
    await mustHold(returned.submit())
    await mustHold(returned.sendBack('draft'))
    const late = await Case.draft(world, roundId, await village(world, '990101', '迟到村'))
    await mustHold(late.save())
    world.now = '2026-07-15T01:00:00.000Z'
    expect(await returned.submit()).toMatchObject({ ok: true })
    expect(await late.submit()).toMatchObject(refused('round-closed'))
  })

  test('what is returned after the window comes back within the time that was stated, and not for ever', async () => {
    const made = await Case.accepted(world, roundId, unit)
    world.now = '2026-09-01T01:00:00.000Z'
    const input = (resubmitBy?: string) => ({
      params: made.params,
      query: {},
      body: {
        to: 'draft' as const,
        reason: '请补充说明材料',
        ...(resubmitBy === undefined ? {} : { resubmitBy: PlainDate.parse(resubmitBy) }),
      },
    })
    const send = (resubmitBy?: string) =>
      world.run(HONOURS.returnApplication, PEOPLE.provinceReviewer, input(resubmitBy), made.version)
    expect(await send('2026-08-31')).toMatchObject({ error: { code: 'invalid-input', pointer: '/resubmitBy' } })
    expect(await send('2027-09-01')).toMatchObject({ error: { code: 'invalid-input', pointer: '/resubmitBy' } })
    made.version = (await mustHold(send('2026-09-15'))).version
    world.now = '2026-09-15T15:59:59.000Z'
    const inTime = await made.submit()
    expect(inTime).toMatchObject({ ok: true })
    // The county cannot prolong it by returning it to itself.
    await mustHold(made.sendBack('draft'))
    world.now = '2026-09-15T16:00:00.000Z'
    const refusal = await made.submit()
    expect(refusal).toMatchObject(refused('round-closed'))
    expect(refusal.ok ? '' : refusal.error.detail).toContain('退回补正期也已于2026年9月15日结束')
  })

  test('what the city sends back to the county’s review is passed on in that time as well', async () => {
    const made = await Case.accepted(world, roundId, unit)
    world.now = '2026-09-01T01:00:00.000Z'
    await mustHold(made.sendBack('submitted', PEOPLE.provinceReviewer))
    world.now = '2026-10-02T01:00:00.000Z'
    expect(await made.recommend()).toMatchObject(refused('round-closed'))
  })

  test('a visit before anybody could apply is not a visit for this round', async () => {
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    const on = (day: string) =>
      world.run(
        HONOURS.acceptApplication,
        PEOPLE.cityReviewer,
        {
          params: made.params,
          query: {},
          body: {
            opinion: '材料齐全，情况属实',
            siteVisit: { on: PlainDate.parse(day), visitors: '验收组3人', finding: '与申报一致' },
          },
        },
        made.version,
      )
    for (const day of ['2019-05-01', '2026-02-28', '2026-03-03'])
      expect(await on(day)).toMatchObject({ error: { code: 'invalid-input', pointer: '/siteVisit/on' } })
    expect(await on('2026-03-01')).toMatchObject({ ok: true })
  })
})

describe('the wall', () => {
  test('whoever lists a unit neither opens its notice nor names it, whatever roles one membership holds', async () => {
    const twoHats = person('p-two-hats', '99', 'province-reviewer', 'province-admin')
    const made = await Case.accepted(world, roundId, unit)
    const listId = await batch(world, roundId)
    await mustHold(made.propose(listId, twoHats))
    expect(await openNoticeOf(world, listId, '2026-04-01', twoHats)).toMatchObject(refused('conflict-of-interest'))
    expect(await openNoticeOf(world, listId, '2026-04-01')).toMatchObject({ ok: true })
  })

  test('a list that is being drawn up is out of reach of counties and cities; from its notice on they read its window', async () => {
    const made = await Case.accepted(world, roundId, unit)
    const listId = await batch(world, roundId)
    await mustHold(made.propose(listId))
    const seenBy = async (member: Membership) => ({
      record: await world.context(member).store.get('batch', listId),
      rows: await rowsOf(world, member, 'batch'),
      released: await world.context(member).store.releasedNotice(listId),
      shown: await world.ask(HONOURS.getApplication, member, { params: made.params, query: {}, body: {} }),
    })
    for (const member of [PEOPLE.reporter, PEOPLE.cityReviewer])
      expect(await seenBy(member)).toMatchObject({
        record: undefined,
        rows: [],
        released: undefined,
        shown: { ok: true },
      })
    await mustHold(openNoticeOf(world, listId, '2026-04-01'))
    for (const member of [PEOPLE.reporter, PEOPLE.cityReviewer])
      expect(await seenBy(member)).toMatchObject({
        record: undefined,
        released: { status: 'on-notice', notice: { startsOn: '2026-04-01' } },
        shown: { value: { notice: { startsOn: '2026-04-01' } } },
      })
  })

  test('whoever wrote in an application does not decide on it, at any level', async () => {
    const twoHats = person('p-reporter', '990101', 'county-reporter', 'county-reviewer')
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    expect(await made.recommend(twoHats)).toMatchObject(refused('conflict-of-interest'))
    expect(await made.sendBack('draft', twoHats)).toMatchObject(refused('conflict-of-interest'))
    await mustHold(made.recommend())
    const movedUp = person('p-reporter', '9901', 'city-reviewer')
    expect(await made.accept(movedUp)).toMatchObject(refused('conflict-of-interest'))
    expect(await made.reject(movedUp)).toMatchObject(refused('conflict-of-interest'))
  })

  test('whoever recommended it for the county does not accept it for the city after changing posts', async () => {
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    const movedUp = person(PEOPLE.countyReviewer.personId, '9901', 'city-reviewer')
    expect(await made.accept(movedUp)).toMatchObject(refused('conflict-of-interest'))
    await mustHold(made.accept())
  })

  test('a county post does not decide on the step of the city, nor the city on that of the province', async () => {
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    expect(await made.accept(PEOPLE.countyReviewer)).toMatchObject(refused('not-permitted'))
    expect(await made.accept(person('p-x', '990101', 'county-reviewer', 'city-reviewer'))).toMatchObject(
      refused('not-permitted'),
    )
    expect(await made.accept(PEOPLE.otherCityReviewer)).toMatchObject(refused('not-found'))
    await mustHold(made.accept())
    const listId = await batch(world, roundId)
    // The list itself is out of the city's reach.
    expect(await made.propose(listId, PEOPLE.cityReviewer)).toMatchObject(refused('not-found'))
    expect(await made.propose(listId, PEOPLE.auditor)).toMatchObject(refused('not-permitted'))
  })

  test('nobody above learns of an application before it reaches them', async () => {
    const made = await Case.draft(world, roundId, unit)
    const seen = async () =>
      Promise.all(
        [PEOPLE.reporter, PEOPLE.cityReviewer, PEOPLE.provinceReviewer].map(async (member) => ({
          opened: (await world.ask(HONOURS.getApplication, member, { params: made.params, query: {}, body: {} })).ok,
          listed: (await rowsOf(world, member, 'application')).length > 0,
        })),
      )
    const shows = (...levels: boolean[]) => levels.map((yes) => ({ opened: yes, listed: yes }))
    await mustHold(made.save())
    await mustHold(made.submit())
    expect((await seen()).map(({ opened }) => opened)).toEqual([true, false, false])
    await mustHold(made.recommend())
    expect((await seen()).map(({ opened }) => opened)).toEqual([true, true, false])
    await mustHold(made.accept())
    expect(await seen()).toEqual(shows(true, true, true))
  })
})

describe('places', () => {
  test('a city accepts as many as it has places, however many reviewers accept at once', async () => {
    const cases: Case[] = []
    for (const name of ['甲村', '乙村', '丙村', '丁村']) {
      const made = await Case.draft(world, roundId, await village(world, '990101', name))
      await mustHold(made.save())
      await mustHold(made.submit())
      await mustHold(made.recommend())
      cases.push(made)
    }
    const outcomes = await Promise.all(cases.map((made) => made.accept()))
    // Nobody is sent away because a colleague was quicker, only because the places are used up.
    expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.error.code))).toEqual([
      'quota-exhausted',
      'quota-exhausted',
    ])
    const statuses = await Promise.all(cases.map(async (made) => (await made.state()).status))
    expect(statuses.filter((status) => status === 'accepted')).toHaveLength(2)
    expect(await used()).toBe(2)
    const waiting = cases[statuses.indexOf('recommended')]
    expect(await waiting?.accept()).toMatchObject(refused('quota-exhausted'))
  })

  test.each([
    ['returned', (made: Case) => made.sendBack('recommended', PEOPLE.provinceReviewer)],
    ['returned to the county', (made: Case) => made.sendBack('submitted', PEOPLE.provinceReviewer)],
    ['rejected', (made: Case) => made.reject(PEOPLE.provinceReviewer)],
  ])('the place of an accepted application that is %s goes back to the city', async (_verb, undo) => {
    const made = await Case.accepted(world, roundId, unit)
    expect(await used()).toBe(1)
    await mustHold(undo(made))
    expect(await used()).toBe(0)
    const state = await made.state()
    expect(state.siteVisit === undefined || state.status === 'rejected').toBe(true)
  })

  test('rejecting what was never accepted gives nothing back', async () => {
    await Case.accepted(world, roundId, unit)
    const made = await Case.draft(world, roundId, await village(world, '990101', '乙村'))
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    await mustHold(made.reject())
    expect(await used()).toBe(1)
  })

  test('a city without places in the round accepts nothing', async () => {
    const none = await round(world, { places: 0 })
    const made = await Case.draft(world, none, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
    expect(await made.accept()).toMatchObject(refused('quota-exhausted'))
  })
})

describe('returning', () => {
  test('goes to any earlier step that the level may return to, with the reason kept until it is submitted again', async () => {
    const made = await Case.accepted(world, roundId, unit)
    await mustHold(made.sendBack('submitted', PEOPLE.provinceReviewer))
    expect(await made.state()).toMatchObject({ status: 'submitted', returnReason: '请补充说明材料' })
    await mustHold(made.sendBack('draft', PEOPLE.countyReviewer))
    await mustHold(made.submit())
    expect((await made.state()).returnReason).toBeUndefined()
  })

  test('does not go forward or sideways', async () => {
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    expect(await made.sendBack('submitted', PEOPLE.countyReviewer)).toMatchObject(refused('transition-not-allowed'))
    expect(await made.sendBack('recommended', PEOPLE.countyReviewer)).toMatchObject(refused('transition-not-allowed'))
    await mustHold(made.recommend())
    expect(await made.sendBack('draft', PEOPLE.countyReviewer)).toMatchObject(refused('not-permitted'))
    await mustHold(made.accept())
    expect(await made.withdraw()).toMatchObject(refused('not-permitted'))
  })

  test('colleagues who list different units at once do not disturb each other', async () => {
    const wide = await round(world)
    const listId = await batch(world, wide)
    const cases: Case[] = []
    for (const name of ['甲村', '乙村', '丙村', '丁村', '戊村']) {
      cases.push(await Case.accepted(world, wide, await village(world, '990101', name)))
    }
    const outcomes = await Promise.all(cases.map((made) => made.propose(listId)))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect((await batchNow(world, listId)).state.entries).toHaveLength(5)
  })

  test('takes a listed unit off its list while that is drawn up, and not while it is on notice', async () => {
    const listId = await batch(world, roundId)
    const made = await Case.accepted(world, roundId, unit)
    const other = await Case.accepted(world, roundId, await village(world, '990101', '乙村'))
    await mustHold(made.propose(listId))
    await mustHold(other.propose(listId))
    await mustHold(made.sendBack('recommended', PEOPLE.provinceReviewer))
    const list = await world.platform().get('batch', listId)
    expect(list?.state.entries.map(({ applicationId }) => applicationId)).toEqual([other.id])
    expect((await made.state()).batchId).toBeUndefined()
    expect(await used()).toBe(1)
    await mustHold(openNoticeOf(world, listId, '2026-03-03'))
    expect(await other.sendBack('draft', PEOPLE.provinceReviewer)).toMatchObject(refused('batch-closed'))
    expect(await other.reject(PEOPLE.provinceReviewer)).toMatchObject(refused('batch-closed'))
  })
})

test('a change from a stale page is refused and changes nothing', async () => {
  const made = await Case.draft(world, roundId, unit)
  await mustHold(made.save())
  const input = { params: made.params, query: {}, body: { answers: [], statement: '旧页面' } }
  expect(await world.run(HONOURS.saveApplication, PEOPLE.reporter, input, 1)).toMatchObject(refused('stale-version'))
  expect((await made.state()).statement).toBe('全村五年无刑事案件')
})
