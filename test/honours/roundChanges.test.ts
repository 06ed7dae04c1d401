import { addDays } from '@anjie/calendar-cn'
import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { HOME } from '@anjie/use-cases/home/index'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { beforeEach, expect, test } from 'vitest'
import { Case, type HonourWorld, honourWorld, mustHold, PEOPLE, round, village } from '../builders/honours.ts'

let world: HonourWorld
let roundId: RoundId
beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world, { places: 2 })
})

const shown = () =>
  mustHold(world.ask(HONOURS.getRound, PEOPLE.provinceAdmin, { params: { roundId }, query: {}, body: {} }))
const change = (
  part: { opensOn?: string; closesOn?: string; places?: [number, number] },
  member = PEOPLE.provinceAdmin,
  version = 1,
) => {
  const [first, second] = part.places ?? [2, 2]
  return world.run(
    HONOURS.changeRound,
    member,
    {
      params: { roundId },
      query: {},
      body: {
        name: '2026年度六无平安村（社区）',
        ...(part.opensOn === undefined ? {} : { opensOn: PlainDate.parse(part.opensOn) }),
        closesOn: PlainDate.parse(part.closesOn ?? '2026-06-30'),
        quotas: [
          { code: '9901', places: first },
          { code: '9902', places: second },
        ],
        reason: '受汛情影响',
      },
    },
    version,
  )
}

test('a round is extended with its reason, and takes applications until its new last day', async () => {
  await mustHold(change({ closesOn: '2026-07-31' }))
  expect((await shown()).state).toMatchObject({
    closesOn: '2026-07-31',
    lastChange: { kind: 'extended', reason: '受汛情影响' },
  })
  world.now = '2026-07-31T01:00:00.000Z'
  await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
})

test('a last day is not moved in by a correction, and the refusal says what does it', async () => {
  expect(await change({ closesOn: '2026-05-31' })).toMatchObject({
    error: { pointer: '/closesOn', detail: '截止日只能延后；要提前结束的，请用“提前截止”' },
  })
})

test('the first day of a round moves while it has not come, to today at the earliest, and never afterwards', async () => {
  const opensOn = PlainDate.parse((await shown()).state.opensOn)
  expect(await change({ opensOn: addDays(opensOn, 1) })).toMatchObject({
    error: { pointer: '/opensOn', detail: expect.stringContaining('已于') },
  })
  world.now = `${addDays(opensOn, -5)}T01:00:00.000Z`
  expect(await change({ opensOn: addDays(opensOn, -6) })).toMatchObject({
    error: { pointer: '/opensOn', detail: '申报开始日不能早于今天' },
  })
  expect(await change({ opensOn: '2026-07-01' })).toMatchObject({ error: { pointer: '/opensOn' } })
  await mustHold(change({ opensOn: addDays(opensOn, -5) }))
  expect((await shown()).state.opensOn).toBe(addDays(opensOn, -5))
  await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
})

test('places are never fewer than used, and how many are left is shown', async () => {
  await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
  expect(await change({ places: [0, 2] })).toMatchObject({
    error: {
      code: 'quota-exhausted',
      pointer: '/quotas/0/places',
      detail: '岚岭市已使用1个名额，不能减到0个，请先退回或不予通过相应申报',
    },
  })
  await mustHold(change({ places: [1, 5] }))
  expect((await shown()).places).toEqual([
    { code: '9901', name: '岚岭市', places: 1, used: 1, waiting: 0 },
    { code: '9902', name: '霁陂市', places: 5, used: 0, waiting: 0 },
  ])
})

test('places lowered at the moment of an acceptance are never fewer than used, whoever is quicker', async () => {
  const made = []
  for (const name of ['一村', '二村']) {
    const each = await Case.draft(world, roundId, await village(world, '990101', name))
    await mustHold(each.save())
    await mustHold(each.submit())
    await mustHold(each.recommend())
    made.push(each)
  }
  await Promise.all([...made.map((each) => each.accept()), change({ places: [1, 2] })])
  const [city] = (await shown()).places
  expect(city?.used).toBeLessThanOrEqual(city?.places ?? 0)
})

test('a round is closed early with its reason, and drafts no longer go in', async () => {
  const body = { reason: '名额已满' }
  await mustHold(world.run(HONOURS.closeRound, PEOPLE.provinceAdmin, { params: { roundId }, query: {}, body }, 1))
  world.now = '2026-03-03T01:00:00.000Z'
  const input = { params: {}, query: {}, body: { roundId, unitId: (await village(world, '990101', '柳湾村')).id } }
  expect(await world.run(HONOURS.draftApplication, PEOPLE.reporter, input)).toMatchObject({
    error: { code: 'round-closed' },
  })
  expect(await change({ closesOn: '2026-07-31' }, PEOPLE.provinceAdmin, 2)).toMatchObject({
    error: { code: 'round-closed' },
  })
})

test('a round of the province is changed by nobody else', async () => {
  expect(await change({ closesOn: '2026-07-31' }, PEOPLE.cityReviewer)).toMatchObject({
    error: { code: 'not-permitted' },
  })
})

test('a draft’s last day on the home page is its round’s of today: moved out, still there after the old one, and gone with an early close', async () => {
  const made = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
  const atHome = async () =>
    (await mustHold(world.ask(HOME.getHome, PEOPLE.reporter, { params: {}, query: {}, body: {} }))).toDo
      .filter(({ id }) => id === made.id)
      .map(({ dueOn }) => dueOn)
  const onPage = async () =>
    (await mustHold(world.ask(HONOURS.getApplication, PEOPLE.reporter, { params: made.params, query: {}, body: {} })))
      .state.closesOn
  expect(await atHome()).toEqual(['2026-06-30'])
  await mustHold(change({ closesOn: '2026-07-31' }))
  expect([await atHome(), await onPage()]).toEqual([['2026-07-31'], '2026-07-31'])
  world.now = '2026-07-15T01:00:00.000Z'
  expect(await atHome()).toEqual(['2026-07-31'])
  const body = { reason: '名额已满' }
  await mustHold(world.run(HONOURS.closeRound, PEOPLE.provinceAdmin, { params: { roundId }, query: {}, body }, 2))
  expect(await atHome()).toEqual(['2026-07-15'])
  world.now = '2026-07-16T01:00:00.000Z'
  expect(await atHome()).toEqual([])
})

test('a list of rounds says of each whether it is still to open, open or over, and nothing over is late', async () => {
  const listed = async () =>
    (await mustHold(world.ask(HONOURS.listRounds, PEOPLE.reporter, { params: {}, query: {}, body: {} }))).rows.map(
      ({ statusName, dueOn }) => [statusName, dueOn],
    )
  world.now = '2026-02-28T01:00:00.000Z'
  expect(await listed()).toEqual([['未开始', '2026-06-30']])
  world.now = '2026-06-30T01:00:00.000Z'
  expect(await listed()).toEqual([['申报中', '2026-06-30']])
  world.now = '2026-06-30T16:00:00.000Z'
  expect(await listed()).toEqual([['已截止', null]])
})
