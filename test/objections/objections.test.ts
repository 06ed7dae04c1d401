import { beijingDate, calendarWith } from '@anjie/calendar-cn'
import { type BatchId, ObjectionId } from '@anjie/contracts/vocabulary/ids'
import { ReceivedObjection } from '@anjie/contracts/vocabulary/objections/objection'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { materialKeptUntil } from '@anjie/domain/objections/material'
import { objectionDueOn } from '@anjie/domain/objections/objectionWindow'
import { readReceipt, receiptNumber, statusText } from '@anjie/domain/objections/receipt'
import { digest } from '@anjie/store/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import { deleteMaterialOf, overdueMaterials } from '@anjie/use-cases/objections/deleteMaterials'
import { OBJECTIONS } from '@anjie/use-cases/objections/index'
import { takeInObjection } from '@anjie/use-cases/objections/takeInObjection'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  batch,
  batchNow,
  Case,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  PEOPLE,
  round,
  village,
} from '../builders/honours.ts'

let world: HonourWorld
let listId: BatchId
let cases: Case[]

const SECRET = '7K3M9Q2XWHFD'
const TELLING = { name: '赵某某', contact: '0991-1234567', text: '该村去年发生一起盗窃案，未如实填报。', files: [] }

/** A list of three villages on notice from 3 to 9 March 2026. */
beforeEach(async () => {
  world = await honourWorld()
  const roundId = await round(world)
  listId = await batch(world, roundId, '第一批')
  cases = []
  for (const name of ['甲村', '乙村', '丙村']) {
    const made = await Case.accepted(world, roundId, await village(world, '990101', name))
    await mustHold(made.propose(listId))
    cases.push(made)
  }
  await mustHold(openNoticeOf(world, listId, '2026-03-03'))
})

let sent = 0
const posted = (receivedAt: string, more: Partial<ReceivedObjection> = {}) => {
  const number = receiptNumber(beijingDate(receivedAt), `7K3M9Q${String(++sent).padStart(2, '0')}`)
  return ReceivedObjection.parse({
    id: `99.${world.context(PEOPLE.provinceAdmin).newId()}`,
    number,
    statusKey: digest(statusText(number, SECRET)),
    batchId: listId,
    entry: { at: 0, unitName: '甲村' },
    anonymous: false,
    receivedAt,
    material: TELLING,
    ...more,
  })
}
const takeIn = (objection: ReceivedObjection, now = objection.receivedAt) =>
  takeInObjection(world.platform(), objection, now)

const stateOf = async (id: string) =>
  (await world.platform().get('objection', id))?.state ?? expect.fail('no such objection')
const caseAt = (at: number) => cases[at] ?? expect.fail()

async function step(id: string, command: 'acceptObjection' | 'publishObjection', member = PEOPLE.provinceAdmin) {
  const { version } = (await world.platform().get('objection', id)) ?? expect.fail()
  const params = { objectionId: ObjectionId.parse(id) }
  return command === 'acceptObjection'
    ? world.run(OBJECTIONS.acceptObjection, member, { params, query: {}, body: {} }, version)
    : world.run(
        OBJECTIONS.publishObjection,
        member,
        { params, query: {}, body: { text: '经核查，情况不属实。联系人13912345678' } },
        version,
      )
}
async function answer(
  id: string,
  outcome: 'upheld' | 'dismissed',
  body: { answer?: string } = { answer: '经核查，不属实。' },
) {
  const { version } = (await world.platform().get('objection', id)) ?? expect.fail()
  return world.run(
    OBJECTIONS.answerObjection,
    PEOPLE.provinceAdmin,
    {
      params: { objectionId: ObjectionId.parse(id) },
      query: {},
      body: { outcome, finding: '走访五户，查阅警情。', ...body },
    },
    version,
  )
}
async function investigated(id: string, outcome: 'upheld' | 'dismissed') {
  await mustHold(step(id, 'acceptObjection'))
  await mustHold(answer(id, outcome))
}

const NIGHT = '2026-03-09T15:59:59.000Z'

async function decide() {
  world.now = '2026-03-09T16:00:01.000Z'
  expect(await closeNoticeOf(world.platform(), listId, world.now)).toBe(true)
  world.now = '2026-03-10T02:00:00.000Z'
  const { version } = await batchNow(world, listId)
  const body = { documentNumber: '平安办〔2026〕12号' as never, namedOn: PlainDate.parse('2026-03-10') }
  return mustHold(
    world.run(HONOURS.nameBatch, PEOPLE.provinceAdmin, { params: { batchId: listId }, query: {}, body }, version),
  )
}

describe('an objection is in time', () => {
  test('to the last second of the last day in Beijing, and not one after', async () => {
    expect(await takeIn(posted(NIGHT))).toBe('recorded')
    expect(await takeIn(posted('2026-03-09T16:00:00.000Z'))).toBe('refused')
    expect(await takeIn(posted('2026-03-02T15:59:59.000Z'))).toBe('refused')
  })

  test('by when it was received, also when the queue brings it after the notice was closed', async () => {
    world.now = '2026-03-09T16:05:00.000Z'
    await closeNoticeOf(world.platform(), listId, world.now)
    expect(await takeIn(posted(NIGHT), world.now)).toBe('recorded')
  })

  test('by its postmark, when a letter arrives after the last day, and no letter of a day later', async () => {
    world.now = '2026-03-11T02:00:00.000Z'
    await closeNoticeOf(world.platform(), listId, world.now)
    const enter = (sentOn: string) =>
      world.run(OBJECTIONS.enterObjection, PEOPLE.provinceAdmin, {
        params: {},
        query: {},
        body: {
          batchId: listId,
          applicationId: caseAt(1).id,
          channel: 'post',
          sentOn: PlainDate.parse(sentOn),
          name: '钱某',
          contact: '砚洲区北街1号',
          text: '反映乙村有矛盾未化解',
        },
      })
    expect(await enter('2026-03-10')).toMatchObject({
      ok: false,
      error: { code: 'objection-out-of-time', pointer: '/sentOn' },
    })
    const entered = await mustHold(enter('2026-03-09'))
    expect(entered.once).toMatchObject({
      number: expect.stringMatching(/^YY20260311-/),
      code: expect.stringMatching(/^....-....-....$/),
    })
    const read = readReceipt(String(entered.once?.['number']), String(entered.once?.['code'])) ?? expect.fail()
    expect((await stateOf(entered.id)).statusKey).toBe(digest(statusText(read.number, read.code)))
  })

  test('never to a unit that stands elsewhere in the list than the objector saw, nor under another investigator', async () => {
    expect(await takeIn(posted(NIGHT, { entry: { at: 1, unitName: '甲村' } }))).toBe('refused')
    expect(await takeIn(posted(NIGHT, { id: ObjectionId.parse('9901.01J00000000000000000000001') }))).toBe('refused')
  })

  test('once, however often the queue delivers it, and holds its unit once', async () => {
    const objection = posted(NIGHT)
    expect(await takeIn(objection)).toBe('recorded')
    expect(await takeIn(objection)).toBe('known')
    const twin = posted(NIGHT)
    expect((await Promise.all([takeIn(twin), takeIn(twin)])).sort()).toEqual(['known', 'recorded'])
    expect((await caseAt(0).state()).objections).toEqual({ open: 2, upheld: 0 })
  })
})

test('is due so many working days after receipt, and has no day where the calendar is not announced', () => {
  const due = (at: string) => objectionDueOn(at, 10, calendarWith([]))
  expect(due('2026-03-05T02:00:00.000Z')).toBe('2026-03-19')
  expect(due('2099-12-25T02:00:00.000Z')).toBeUndefined()
})

describe('who objected', () => {
  test('is in no fact, no state, no list and no home line, and is read by who investigates', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    const kept = JSON.stringify([...world.stores.recordedFacts()])
    for (const word of ['赵某某', '0991-1234567', '盗窃案']) expect(kept).not.toContain(word)
    const lines = await world
      .context(PEOPLE.provinceAdmin)
      .store.homeRows('own', { from: 'work#', to: 'work#~', limit: 50 })
    expect(lines.some(({ kind }) => kind === 'objection')).toBe(true)
    expect(JSON.stringify(lines)).not.toContain('赵某某')
    const found = await mustHold(
      world.ask(OBJECTIONS.getObjection, PEOPLE.provinceAdmin, {
        params: { objectionId: objection.id },
        query: {},
        body: {},
      }),
    )
    expect(found.material).toEqual(TELLING)
  })

  test('is found by no county and no city, which learn only that the unit is held', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    for (const member of [PEOPLE.countyReviewer, PEOPLE.reporter, PEOPLE.cityReviewer]) {
      const { store } = world.context(member)
      expect(await store.get('objection', objection.id)).toBeUndefined()
      expect(await store.sideItem('objection', objection.id, 'material')).toBeUndefined()
    }
    const { facts } = await world.context(PEOPLE.reporter).store.facts('application', caseAt(0).id)
    expect(facts.at(-1)).toMatchObject({ type: 'ApplicationObjected', details: { open: '1' } })
  })

  test('is deleted by the clock after the day that was promised, a day late as well, with a fact, and once', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    const until = materialKeptUntil(NIGHT)
    const at = (days: number) => new Date(Date.parse(`${until}T12:00:00+08:00`) + days * 86_400_000).toISOString()
    expect(await overdueMaterials(world.platform(), at(0))).toEqual([])
    expect(await overdueMaterials(world.platform(), at(1))).toEqual([objection.id])
    expect(await deleteMaterialOf(world.platform(), objection.id, at(0))).toBe(false)
    world.now = at(2)
    expect(await deleteMaterialOf(world.platform(), objection.id, world.now)).toBe(true)
    expect(await deleteMaterialOf(world.platform(), objection.id, world.now)).toBe(false)
    expect(await overdueMaterials(world.platform(), world.now)).toEqual([])
    expect((await world.platform().sideItem('objection', objection.id, 'material'))?.content).toEqual({})
    expect((await stateOf(objection.id)).materialDeletedOn).toBe(beijingDate(world.now))
  })

  test('is read by nobody after that day, before the clock has come', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    world.now = new Date(Date.parse(`${materialKeptUntil(NIGHT)}T16:00:00.000Z`)).toISOString()
    const found = await mustHold(
      world.ask(OBJECTIONS.getObjection, PEOPLE.provinceAdmin, {
        params: { objectionId: objection.id },
        query: {},
        body: {},
      }),
    )
    expect(found.material).toBeUndefined()
  })
})

describe('an open objection', () => {
  test('holds its unit only: the others are named, and it is set aside for a list of its own', async () => {
    await takeIn(posted(NIGHT))
    await decide()
    expect((await batchNow(world, listId)).state).toMatchObject({
      status: 'named',
      namedCount: 2,
      entries: [{ left: { how: 'set-aside' } }, {}, {}],
    })
    expect(await caseAt(0).state()).toMatchObject({ status: 'accepted', objections: { open: 1, upheld: 0 } })
    expect((await caseAt(1).state()).status).toBe('named')
  })

  test('keeps its unit off any list until it is answered; then a supplementary list names it', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    await decide()
    const next = await batch(world, (await caseAt(0).state()).roundId, '补充名单')
    caseAt(0).version = (await world.platform().get('application', caseAt(0).id))?.version ?? 0
    expect(await caseAt(0).propose(next)).toMatchObject({
      ok: false,
      error: { detail: expect.stringContaining('异议正在核查') },
    })
    await investigated(objection.id, 'dismissed')
    caseAt(0).version = (await world.platform().get('application', caseAt(0).id))?.version ?? 0
    await mustHold(caseAt(0).propose(next))
    expect((await caseAt(0).state()).objections).toBeUndefined()
  })

  test('that is answered as unfounded before the naming lets its unit be named with its list', async () => {
    const objection = posted('2026-03-04T02:00:00.000Z')
    await takeIn(objection)
    world.now = '2026-03-05T02:00:00.000Z'
    await investigated(objection.id, 'dismissed')
    await decide()
    expect((await batchNow(world, listId)).state.namedCount).toBe(3)
  })

  test('that proves right holds on, until the case is rejected', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    await investigated(objection.id, 'upheld')
    await decide()
    expect((await batchNow(world, listId)).state.namedCount).toBe(2)
    expect((await caseAt(0).state()).objections).toEqual({ open: 0, upheld: 1 })
  })
})

describe('an investigation', () => {
  test('is no business of whoever listed or accepted the unit', async () => {
    const objection = posted(NIGHT)
    await takeIn(objection)
    expect(await step(objection.id, 'acceptObjection', PEOPLE.provinceReviewer)).toMatchObject({
      ok: false,
      error: { code: 'conflict-of-interest' },
    })
  })

  test('goes through its steps in order, and owes an answer to who gave a name', async () => {
    const [named, clue] = [
      posted(NIGHT),
      posted(NIGHT, { anonymous: true, material: { text: TELLING.text, files: [] } }),
    ]
    for (const each of [named, clue]) await takeIn(each)
    expect(await answer(named.id, 'dismissed')).toMatchObject({ ok: false, error: { code: 'transition-not-allowed' } })
    for (const each of [named, clue]) await mustHold(step(each.id, 'acceptObjection'))
    expect(await answer(named.id, 'dismissed', {})).toMatchObject({ ok: false, error: { code: 'incomplete' } })
    await mustHold(answer(clue.id, 'dismissed', {}))
    await mustHold(answer(named.id, 'dismissed'))
    await mustHold(step(named.id, 'publishObjection'))
    expect(await stateOf(named.id)).toMatchObject({ status: 'published', outcome: 'dismissed' })
  })
})
