import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { quotaId } from '@anjie/domain/honours/recordIds'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  batch,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  OPINION,
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
  roundId = await round(world)
  unit = await village(world, '990101', '柳湾村')
})

const refused = (code: string, detail: string) => ({
  ok: false,
  error: { code, detail: expect.stringContaining(detail) },
})
const placesUsed = async (): Promise<number> =>
  (await world.platform().get('quota', quotaId({ id: roundId }, '990101')))?.state.used ?? 0
const recommended = async (): Promise<Case> => {
  const made = await Case.draft(world, roundId, unit)
  await mustHold(made.save())
  await mustHold(made.submit())
  await mustHold(made.recommend())
  return made
}

describe('taking back, before the level above has decided', () => {
  test('the applicant gets a recommended application back as a draft, and the city does not see it any more', async () => {
    const made = await recommended()
    expect(await rowsOf(world, PEOPLE.cityReviewer, 'application')).toHaveLength(1)
    await mustHold(made.withdraw())
    expect((await made.state()).status).toBe('draft')
    expect(await rowsOf(world, PEOPLE.cityReviewer, 'application')).toHaveLength(0)
  })

  test('the county takes its recommendation back with a reason, which stays among the opinions', async () => {
    const made = await recommended()
    expect(await made.withdraw(PEOPLE.countyReviewer)).toMatchObject(refused('invalid-input', '写明理由'))
    await mustHold(made.withdraw(PEOPLE.countyReviewer, '发现材料有误'))
    const { status, opinions } = await made.state()
    expect(status).toBe('submitted')
    expect(opinions.map(({ action, text }) => `${action} ${text}`)).toEqual([
      `recommend ${OPINION}`,
      'withdraw 发现材料有误',
    ])
  })

  test('the city takes its acceptance back; the place goes back and the visit falls with it', async () => {
    const made = await Case.accepted(world, roundId, unit)
    expect(await placesUsed()).toBe(1)
    await mustHold(made.withdraw(PEOPLE.cityReviewer, '验收结论有误'))
    const state = await made.state()
    expect([state.status, state.siteVisit, await placesUsed()]).toEqual(['recommended', undefined, 0])
    expect(await rowsOf(world, PEOPLE.provinceReviewer, 'application')).toHaveLength(0)
    await mustHold(made.accept())
    expect(await placesUsed()).toBe(1)
  })

  test('once the level above has decided nobody below takes anything back', async () => {
    const made = await Case.accepted(world, roundId, unit)
    expect(await made.withdraw()).toMatchObject({ ok: false })
    expect(await made.withdraw(PEOPLE.countyReviewer, '发现材料有误')).toMatchObject({ ok: false })
    await mustHold(made.propose(await batch(world, roundId)))
    expect(await made.withdraw(PEOPLE.cityReviewer, '验收结论有误')).toMatchObject(
      refused('transition-not-allowed', '已列入拟命名名单'),
    )
    expect(await placesUsed()).toBe(1)
  })
})

describe('a held application', () => {
  test('goes no further at any level, says why, and goes on from where it stood once it is released', async () => {
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    await mustHold(made.submit())
    const listId = await batch(world, roundId)
    const steps = [
      { member: PEOPLE.countyReviewer, forward: () => made.recommend(), status: 'submitted' },
      { member: PEOPLE.cityReviewer, forward: () => made.accept(), status: 'recommended' },
      { member: PEOPLE.provinceReviewer, forward: () => made.propose(listId), status: 'accepted' },
    ]
    for (const { member, forward, status } of steps) {
      await mustHold(made.hold(member))
      expect(await forward()).toMatchObject(refused('transition-not-allowed', '等候公安机关核实'))
      expect(await made.hold(member)).toMatchObject(refused('transition-not-allowed', '已暂缓办理'))
      expect((await made.state()).status).toBe(status)
      await mustHold(made.release(member))
      expect(await made.release(member)).toMatchObject(refused('transition-not-allowed', '没有暂缓'))
      await mustHold(forward())
    }
    expect(
      (await made.state()).opinions.filter(({ action }) => action === 'hold' || action === 'release'),
    ).toHaveLength(6)
  })

  test('may be returned, refused or taken back, and is held no longer thereby', async () => {
    const made = await recommended()
    await mustHold(made.hold(PEOPLE.cityReviewer))
    await mustHold(made.sendBack('submitted', PEOPLE.cityReviewer))
    expect((await made.state()).held).toBeUndefined()
    await mustHold(made.hold())
    await mustHold(made.withdraw())
    expect((await made.state()).held).toBeUndefined()
  })

  test('is neither held nor released by who wrote in it, nor by another level', async () => {
    const author = person('p-reporter', '990101', 'county-reporter', 'county-reviewer')
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save(author))
    await mustHold(made.submit(author))
    expect(await made.hold(author)).toMatchObject(refused('conflict-of-interest', '应当回避'))
    expect(await made.hold(PEOPLE.cityReviewer)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    await mustHold(made.hold())
    expect(await made.release(author)).toMatchObject(refused('conflict-of-interest', '应当回避'))
  })
})

describe('two at once', () => {
  const at = async (made: Case) => (await made.state()).status
  const outcomes = async (...steps: ReturnType<typeof world.run>[]) =>
    (await Promise.all(steps)).map((outcome) => (outcome.ok ? 'done' : outcome.error.code))

  test('submitting twice submits once, and the second is told that it moved on', async () => {
    const made = await Case.draft(world, roundId, unit)
    await mustHold(made.save())
    const { params, version } = made
    const submit = () => world.run(HONOURS.submitApplication, PEOPLE.reporter, { params, query: {}, body: {} }, version)
    expect((await outcomes(submit(), submit())).sort()).toEqual(['done', 'stale-version'])
    expect((await world.platform().facts('application', made.id)).facts.map(({ type }) => type)).toEqual([
      'ApplicationDrafted',
      'ApplicationSaved',
      'ApplicationSubmitted',
    ])
  })

  test('of two reviewers, one who accepts and one who refuses, one decides; the other is told and nothing is counted twice', async () => {
    const made = await recommended()
    const { params, version } = made
    const siteVisit = { on: '2026-03-02' as never, visitors: '验收组', finding: '属实' }
    const colleague = person('p-city-2', '9901', 'city-reviewer')
    const accept = () =>
      world.run(
        HONOURS.acceptApplication,
        PEOPLE.cityReviewer,
        { params, query: {}, body: { opinion: OPINION, siteVisit } },
        version,
      )
    const reject = () =>
      world.run(HONOURS.rejectApplication, colleague, { params, query: {}, body: { reason: '有命案' } }, version)
    expect((await outcomes(accept(), reject())).sort()).toEqual(['done', 'stale-version'])
    expect(await placesUsed()).toBe((await at(made)) === 'accepted' ? 1 : 0)
  })

  test('an applicant who takes back while the city accepts: one of them is done, and no place is lost', async () => {
    const made = await recommended()
    const { params, version } = made
    const siteVisit = { on: '2026-03-02' as never, visitors: '验收组', finding: '属实' }
    const body = { opinion: OPINION, siteVisit }
    const withdraw = () =>
      world.run(HONOURS.withdrawApplication, PEOPLE.reporter, { params, query: {}, body: {} }, version)
    const accept = () => world.run(HONOURS.acceptApplication, PEOPLE.cityReviewer, { params, query: {}, body }, version)
    const [first, second] = await Promise.all([withdraw(), accept()])
    const [lost] = [first, second].filter(({ ok }) => !ok)
    expect([first.ok, second.ok].sort()).toEqual([false, true])
    expect(lost).toMatchObject({ ok: false, error: { detail: expect.stringMatching(/[一-龥]/) } })
    expect(await placesUsed()).toBe((await at(made)) === 'accepted' ? 1 : 0)
  })

  test('a review from a page that is out of date is refused with what to do, and the case stays as it was', async () => {
    const made = await recommended()
    const old = made.version
    await mustHold(made.hold(PEOPLE.cityReviewer))
    await mustHold(made.release(PEOPLE.cityReviewer))
    const reply = await world.run(
      HONOURS.rejectApplication,
      PEOPLE.cityReviewer,
      { params: made.params, query: {}, body: { reason: '有命案' } },
      old,
    )
    expect(reply).toMatchObject({ ok: false, error: { code: 'stale-version' } })
    expect(await at(made)).toBe('recommended')
  })
})
