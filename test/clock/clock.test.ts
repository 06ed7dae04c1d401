import type { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import { type BatchId, DocumentNumber } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { runClock } from '@anjie/function-clock/runClock'
import { instantOf } from '@anjie/kernel'
import { digest, openStore } from '@anjie/store/index'
import { UNITS_A_COMMIT } from '@anjie/use-cases/honours/continueNaming'
import type { Scope } from '@anjie/use-cases/ports'
import { expect, test } from 'vitest'
import { someDetails } from '../builders/facts.ts'
import {
  batch,
  batchNow,
  Case,
  counters,
  DIVISIONS,
  type HonourWorld,
  honourWorld,
  mustHold,
  openNoticeOf,
  round,
  village,
} from '../builders/honours.ts'

async function onNotice(units = 2): Promise<{ world: HonourWorld; listId: BatchId }> {
  const world = await honourWorld()
  const roundId = await round(world)
  const listId = await batch(world, roundId)
  for (let index = 0; index < units; index++) {
    const made = await Case.accepted(world, roundId, await village(world, '990101', `柳湾${index}村`))
    await mustHold(made.propose(listId))
  }
  await mustHold(openNoticeOf(world, listId, '2026-03-03'))
  return { world, listId }
}

/** One run of the clock at an instant. */
function tick(world: HonourWorld, now: string, mayContinue: () => boolean = () => true) {
  world.now = now
  return runClock(
    { store: world.platform(), now, divisions: DIVISIONS, digest, ...counters(), ...delivery(world) },
    mayContinue,
  )
}

/** Nobody here wants a digest. */
const delivery = (world: HonourWorld) => ({
  storeOf: (scope: Scope) => openStore(world.stores, scope),
  province: { level: 'province', province: '99' as ProvinceCode } as const,
  sender: { send: () => Promise.reject(new Error('nobody is sent anything')) },
})

async function setNaming(world: HonourWorld, listId: BatchId): Promise<void> {
  const { state, version } = await batchNow(world, listId)
  const documentNumber = DocumentNumber.parse('平安办〔2026〕12号')
  const next = { ...state, status: 'naming' as const, documentNumber, namedOn: PlainDate.parse('2026-03-10') }
  const fact = { type: 'NamingDecided', details: someDetails('NamingDecided') } as const
  await mustHold(world.platform().commit([{ kind: 'batch', id: listId, expectedVersion: version, next, fact }]))
}

test('a notice is closed by the first run after its last day has ended in Beijing, once, and by none before', async () => {
  const { world, listId } = await onNotice()
  for (const early of ['2026-03-03T00:00:00.000Z', '2026-03-09T15:59:59.999Z']) {
    expect(await tick(world, early)).toMatchObject({ closed: [], failed: [] })
  }
  expect((await batchNow(world, listId)).state.status).toBe('on-notice')
  expect(await tick(world, '2026-03-09T16:00:00.000Z')).toMatchObject({ closed: [listId] })
  const facts = world.stores.recordedFacts().length
  expect(await tick(world, '2026-03-09T16:05:00.000Z')).toMatchObject({ closed: [], named: 0 })
  expect(world.stores.recordedFacts()).toHaveLength(facts)
})

test('a run that was missed is made up for by a later one', async () => {
  const { world, listId } = await onNotice()
  expect(await tick(world, '2026-04-20T01:00:00.000Z')).toMatchObject({ closed: [listId] })
})

test('the clock closes in the name of the system, and the fact says so', async () => {
  const { world, listId } = await onNotice()
  await tick(world, '2026-03-10T01:00:00.000Z')
  const { facts } = await world.platform().facts('batch', listId)
  expect(facts.at(-1)).toMatchObject({
    type: 'NoticeClosed',
    actor: { level: 'system' },
    at: '2026-03-10T01:00:00.000Z',
  })
})

test('a naming that did not fit into one run is finished by the next ones', async () => {
  const { world, listId } = await onNotice(UNITS_A_COMMIT + 2)
  await tick(world, '2026-03-10T01:00:00.000Z')
  await setNaming(world, listId)
  let left = 1
  expect(await tick(world, '2026-03-10T02:00:00.000Z', () => left-- > 0)).toMatchObject({
    named: UNITS_A_COMMIT,
    unfinished: [listId],
  })
  expect(await tick(world, '2026-03-10T02:05:00.000Z')).toMatchObject({ named: 2, unfinished: [] })
  expect((await batchNow(world, listId)).state).toMatchObject({ status: 'named', namedCount: UNITS_A_COMMIT + 2 })
  expect(await tick(world, '2026-03-10T02:10:00.000Z')).toMatchObject({ named: 0, unfinished: [] })
})

test('a list that fails is named and does not hold up the others', async () => {
  const { world, listId } = await onNotice()
  const roundId = (await batchNow(world, listId)).state.roundId
  const otherId = await batch(world, roundId, '第二批')
  const made = await Case.accepted(world, roundId, await village(world, '990101', '后到村'))
  await mustHold(made.propose(otherId))
  await mustHold(openNoticeOf(world, otherId, '2026-03-03'))
  world.now = '2026-03-10T01:00:00.000Z'
  const store = world.platform()
  const report = await runClock(
    {
      now: world.now,
      divisions: DIVISIONS,
      digest,
      ...counters(),
      ...delivery(world),
      store: {
        ...store,
        get: (kind, id) => (id === listId ? Promise.reject(new Error('unreadable')) : store.get(kind, id)),
      },
    },
    () => true,
  )
  expect(report).toMatchObject({ closed: [otherId], failed: [{ id: listId, reason: 'unreadable' }] })
})

test('time is taken from the event in the local stage only', () => {
  const present = () => '2026-03-02T01:00:00.000Z'
  const given = { now: '2026-12-08T16:00:01.000Z' }
  expect(instantOf(given, 'local', present)).toBe(given.now)
  for (const stage of ['aws', 'aws-cn', undefined]) {
    expect(() => instantOf(given, stage, present)).toThrow('local stage only')
    expect(instantOf({ source: 'aws.events', time: '2030-01-01T00:00:00Z' }, stage, present)).toBe(present())
  }
  for (const now of ['2026-12-08', '2026-13-08T16:00:01.000Z', 7, null]) {
    expect(() => instantOf({ now }, 'local', present)).toThrow()
  }
})
