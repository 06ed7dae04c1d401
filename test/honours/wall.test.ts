import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { HOME } from '@anjie/use-cases/home/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { NOTICES } from '@anjie/use-cases/notices/index'
import { beforeEach, expect, test } from 'vitest'
import {
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
let own: Unit
let other: Unit

beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world)
  own = await village(world, '990101', '柳湾村')
  other = await village(world, '990101', '荷塘村')
})

const recommended = async (unit: Unit): Promise<Case> => {
  const made = await Case.draft(world, roundId, unit)
  await mustHold(made.save())
  await mustHold(made.submit())
  await mustHold(made.recommend())
  return made
}

test('a reviewer with a post at a unit neither sees nor counts its applications, in lists, home page, what was done and by its address', async () => {
  const [mine, theirs] = [await recommended(own), await recommended(other)]
  const walled = { ...PEOPLE.cityReviewer, unitsElsewhere: [own.id] }
  const titles = async (member: typeof walled) => {
    const home = await mustHold(world.ask(HOME.getHome, member, { params: {}, query: {}, body: {} }))
    const handled = await mustHold(world.ask(HOME.listHandled, member, { params: {}, query: {} } as never))
    const listed = await rowsOf(world, member, 'application')
    return {
      listed: listed.map(({ title }) => title).sort(),
      toDo: home.toDo.map(({ title }) => title).sort(),
      handled: (handled as { rows: readonly { title: string }[] }).rows.map(({ title }) => title),
    }
  }
  await mustHold(mine.hold(PEOPLE.cityReviewer))
  await mustHold(theirs.hold(PEOPLE.cityReviewer))
  expect(await titles(PEOPLE.cityReviewer as typeof walled)).toEqual({
    listed: [own.name, other.name].sort(),
    toDo: [own.name, other.name].sort(),
    handled: expect.arrayContaining([own.name, other.name]),
  })
  expect(await titles(walled)).toEqual({ listed: [other.name], toDo: [other.name], handled: [other.name] })
  const asked = (made: Case) => world.ask(HONOURS.getApplication, walled, { params: made.params, query: {}, body: {} })
  expect(await asked(mine)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await asked(theirs)).toMatchObject({ ok: true })
  expect(await mine.release(walled)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await mustHold(theirs.release(walled))
})

test('who holds a post at a listed unit neither opens the notice of its list nor names it', async () => {
  const made = await Case.accepted(world, roundId, own)
  const batchId = await batch(world, roundId)
  await mustHold(made.propose(batchId))
  const walled = { ...PEOPLE.provinceAdmin, unitsElsewhere: [own.id] }
  expect(await openNoticeOf(world, batchId, '2026-03-03', walled)).toMatchObject({
    ok: false,
    error: { code: 'conflict-of-interest', detail: expect.stringContaining('柳湾村') },
  })
  const { version } = await batchNow(world, batchId)
  expect(version).toBe(2)
})

test('listing, opening the notice and naming need two natural persons: a second account of the same person is refused', async () => {
  const made = await Case.accepted(world, roundId, own)
  const batchId = await batch(world, roundId)
  await mustHold(made.propose(batchId))
  // Another log-in and another post, and the same person behind both.
  const sameAgain = { ...PEOPLE.provinceAdmin, personId: PEOPLE.provinceReviewer.personId }
  expect(sameAgain.identity).not.toBe(PEOPLE.provinceReviewer.identity)
  const refused = { ok: false, error: { code: 'conflict-of-interest', detail: expect.stringContaining('其他人员') } }
  expect(await openNoticeOf(world, batchId, '2026-03-03', sameAgain)).toMatchObject(refused)
  await mustHold(openNoticeOf(world, batchId, '2026-03-03', person('p-second', '99', 'province-admin')))
  const again = await batchNow(world, batchId)
  expect(again.state.status).toBe('on-notice')
  await mustHold(world.ask(NOTICES.getBatch, PEOPLE.provinceAdmin, { params: { batchId }, query: {}, body: {} }))
})

test('a step that a program took says so, on the timeline and in the opinion, and one of a person does not', async () => {
  const made = await recommended(own)
  const machine = { ...person('machine-1', '9901', 'city-reviewer'), scopes: ['honours:write' as const] }
  await mustHold(made.hold(machine))
  const { opinions } = await made.state()
  expect(opinions.map(({ action, machine: by }) => [action, by])).toEqual([
    ['recommend', undefined],
    ['hold', true],
  ])
})
