import { createHash } from 'node:crypto'
import type { Draw } from '@anjie/contracts/vocabulary/honours/draw'
import type { RoundId } from '@anjie/contracts/vocabulary/ids'
import { drawFrom, isDrawRight } from '@anjie/domain/honours/draw'
import { HONOURS } from '@anjie/use-cases/honours/index'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { Case, type HonourWorld, honourWorld, mustHold, PEOPLE, round, village } from '../builders/honours.ts'

/** As anybody else works it out: with the system's own tools, and without our code. */
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
const byHand = <Id extends string>(ids: readonly Id[], seed: string, count: number): Id[] =>
  ids
    .map((id) => [sha(`${seed}\n${id}`), id] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, count)
    .map(([, id]) => id)

let world: HonourWorld
let roundId: RoundId

beforeEach(async () => {
  world = await honourWorld()
  roundId = await round(world)
  for (const name of ['柳湾村', '荷塘村', '竹园村']) {
    const made = await Case.draft(world, roundId, await village(world, '990101', name))
    await mustHold(made.save())
    await mustHold(made.submit())
    await mustHold(made.recommend())
  }
})

const read = async () =>
  mustHold(world.ask(HONOURS.getDraws, PEOPLE.cityReviewer, { params: { roundId }, query: {}, body: {} }))
const freeze = (version: number, reason?: string) =>
  world.run(
    HONOURS.freezeDrawList,
    PEOPLE.cityReviewer,
    { params: { roundId }, query: {}, body: reason === undefined ? {} : { reason } },
    version,
  )
const draw = (version: number, count: number) =>
  world.run(HONOURS.drawUnits, PEOPLE.cityReviewer, { params: { roundId }, query: {}, body: { count } }, version)
const refused = (detail: string) => ({ ok: false, error: { detail: expect.stringContaining(detail) } })

test('what is drawn follows from list and seed alone, and anybody works out the same set', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 40 }),
      fc.string({ minLength: 1, maxLength: 26 }),
      fc.nat(40),
      (ids, seed, count) => {
        const list = ids.map((applicationId) => ({ applicationId: applicationId as never }))
        const drawn = drawFrom(list, seed, count, sha)
        expect(drawn).toEqual(byHand(ids, seed, count))
        expect(drawFrom(list.toReversed(), seed, count, sha)).toEqual(drawn)
      },
    ),
  )
})

test('the list is locked before there is a seed, is drawn from once, and both stay on record for whoever checks', async () => {
  expect(await draw(0, 1)).toMatchObject(refused('请先锁定名单'))
  await mustHold(freeze(0))
  const locked = await read()
  expect([locked.state.draws[0]?.list.length, locked.state.draws[0]?.result]).toEqual([3, undefined])
  // Who comes later is not on the list.
  const late = await Case.draft(world, roundId, await village(world, '990101', '迟到村'))
  await mustHold(late.save())
  await mustHold(late.submit())
  await mustHold(late.recommend())
  expect(await freeze(1)).toMatchObject(refused('名单已经锁定'))
  expect(await draw(1, 4)).toMatchObject(refused('不能超过'))
  await mustHold(draw(1, 2))
  const { state, isRight } = await read()
  const [only] = state.draws
  if (only?.result === undefined) throw new Error('nothing was drawn')
  const ids = only.list.map(({ applicationId }) => applicationId)
  expect(ids).not.toContain(late.id)
  expect(only.listHash).toBe(sha(ids.join('\n')))
  expect(only.result.drawn).toEqual(byHand(ids, only.result.seed, 2))
  expect(isRight).toBe(true)
  const altered = { ...only, result: { ...only.result, drawn: only.result.drawn.toReversed() } }
  expect(isDrawRight(altered as Draw, sha)).toBe(false)
  const visited = async (applicationId: string | undefined) => {
    const { version = 0 } = (await world.platform().get('application', applicationId ?? '')) ?? {}
    const body = { on: '2026-03-02' as never, visitors: ['王小明', '李小红'], finding: '与申报一致', agrees: true }
    const params = { applicationId: applicationId as never }
    await mustHold(world.run(HONOURS.recordVisit, PEOPLE.cityReviewer, { params, query: {}, body }, version))
    return (await world.platform().get('application', applicationId ?? ''))?.state.visits?.[0]?.byDraw
  }
  const spared = ids.find((id) => only.result?.drawn.some((each) => each === id) === false)
  expect(await visited(only.result.drawn[0])).toEqual({ number: 1, listed: 3, count: 2 })
  expect(await visited(spared)).toBeUndefined()
})

test('a second draw needs a reason and is a fact of its own; two who draw at once draw once', async () => {
  await mustHold(freeze(0))
  const both = await Promise.all([draw(1, 1), draw(1, 1)])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await freeze(2)).toMatchObject(refused('写明理由'))
  await mustHold(freeze(2, '抽中的单位当日停电，改期重抽'))
  await mustHold(draw(3, 1))
  const { state } = await read()
  expect(state.draws.map(({ number, reason }) => [number, reason])).toEqual([
    [1, undefined],
    [2, '抽中的单位当日停电，改期重抽'],
  ])
  const id = `9901.99-${roundId.slice(3)}`
  expect((await world.platform().facts('draw', id)).facts.map(({ type }) => type)).toEqual([
    'DrawListFrozen',
    'UnitsDrawn',
    'DrawListFrozen',
    'UnitsDrawn',
  ])
})
