import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { ApplicationStatus } from '@anjie/contracts/vocabulary/honours/application'
import { APPLICATION_WORKFLOWS } from '@anjie/domain/honours/applicationTransitions'
import { HONOURS } from '@anjie/use-cases/honours/index'
import { closeNoticeOf } from '@anjie/use-cases/notices/closeNotices'
import { NOTICES } from '@anjie/use-cases/notices/index'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  batch,
  batchNow,
  Case,
  honourWorld,
  jurisdictionOf,
  mustHold,
  openNoticeOf,
  PEOPLE,
  round,
  rowsOf,
  village,
} from '../builders/honours.ts'

const OPEN: readonly ApplicationStatus[] = ['draft', 'submitted', 'recommended', 'accepted', 'proposed']
const VERBS = [
  'save',
  'submit',
  'withdraw',
  'takeBack',
  'hold',
  'release',
  'recommend',
  'accept',
  'toDraft',
  'toCounty',
  'toCity',
  'reject',
  'propose',
] as const

test('every open application is in exactly one queue, and whoever owns the queue can act on it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...VERBS), { maxLength: 25 }), async (verbs) => {
      const world = await honourWorld()
      const roundId = await round(world)
      const listId = await batch(world, roundId)
      const made = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
      const by =
        async (...members: (typeof PEOPLE)[keyof typeof PEOPLE][]) =>
        async (to: 'draft' | 'submitted' | 'recommended') => {
          for (const member of members) if ((await made.sendBack(to, member)).ok) return
        }
      const sendBack = await by(PEOPLE.countyReviewer, PEOPLE.cityReviewer, PEOPLE.provinceReviewer)
      const anyOf = async (step: (member: Membership) => Promise<{ readonly ok: boolean }>) => {
        for (const member of [PEOPLE.countyReviewer, PEOPLE.cityReviewer, PEOPLE.provinceReviewer])
          if ((await step(member)).ok) return
      }
      const act: Record<(typeof VERBS)[number], () => Promise<unknown>> = {
        save: () => made.save(),
        submit: () => made.submit(),
        withdraw: () => made.withdraw(),
        takeBack: () => anyOf((member) => made.withdraw(member, '发现材料有误')),
        hold: () => anyOf((member) => made.hold(member)),
        release: () => anyOf((member) => made.release(member)),
        recommend: () => made.recommend(),
        accept: () => made.accept(),
        toDraft: () => sendBack('draft'),
        toCounty: () => sendBack('submitted'),
        toCity: () => sendBack('recommended'),
        reject: () => made.reject(),
        propose: () => made.propose(listId),
      }
      for (const verb of verbs) {
        await act[verb]()
        const { status } = await made.state()
        const rows = (
          await Promise.all(
            [PEOPLE.reporter, PEOPLE.cityReviewer, PEOPLE.provinceReviewer].map((member) =>
              rowsOf(world, member, 'application'),
            ),
          )
        ).flat()
        const queues = new Set(rows.flatMap(({ queue }) => (queue === null ? [] : [JSON.stringify(queue)])))
        if (status === 'proposed') {
          // Its list carries it from then on.
          expect(queues.size).toBe(0)
          const [list] = await rowsOf(world, PEOPLE.provinceAdmin, 'batch')
          expect(list?.queue).toEqual({ level: 'province', code: '99', role: 'province-admin' })
          const shown = await mustHold(
            world.ask(NOTICES.getBatch, PEOPLE.provinceAdmin, { params: { batchId: listId }, query: {}, body: {} }),
          )
          expect(shown.allowed.some(({ allowed }) => allowed)).toBe(true)
          continue
        }
        expect(queues.size).toBe(OPEN.includes(status) ? 1 : 0)
        const owners = Object.values(PEOPLE).filter((member) =>
          rows.some(
            ({ queue }) => queue !== null && queue.code === jurisdictionOf(member) && member.roles.includes(queue.role),
          ),
        )
        expect(owners).toHaveLength(OPEN.includes(status) ? 1 : 0)
        for (const owner of owners) {
          const shown = await mustHold(
            world.ask(HONOURS.getApplication, owner, { params: made.params, query: {}, body: {} }),
          )
          expect(shown.allowed.some(({ allowed }) => allowed)).toBe(true)
          for (const { allowed, reason } of shown.allowed) expect(allowed || (reason ?? '').length > 0).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('while a list is on notice it is in nobody’s queue but the clock’s, and afterwards in one again', async () => {
  const world = await honourWorld()
  const roundId = await round(world)
  const listId = await batch(world, roundId)
  const made = await Case.accepted(world, roundId, await village(world, '990101', '柳湾村'))
  await mustHold(made.propose(listId))
  const queue = async () => (await rowsOf(world, PEOPLE.provinceAdmin, 'batch')).map((row) => row.queue?.role ?? null)
  expect(await queue()).toEqual(['province-admin'])
  await mustHold(openNoticeOf(world, listId, '2026-03-03'))
  expect(await queue()).toEqual([null])
  world.now = '2026-03-10T00:00:00.000Z'
  await closeNoticeOf(world.platform(), listId, world.now)
  expect(await queue()).toEqual(['province-admin'])
  expect((await batchNow(world, listId)).state.status).toBe('notice-closed')
})

test('what a button offers the server does, and what it withholds the server refuses with the same words', async () => {
  const world = await honourWorld()
  const roundId = await round(world)
  const made = await Case.draft(world, roundId, await village(world, '990101', '柳湾村'))
  const verbs = {
    save: (member: typeof PEOPLE.reporter) => made.save(member, []),
    submit: (member: typeof PEOPLE.reporter) => made.submit(member),
    withdraw: (member: typeof PEOPLE.reporter) => made.withdraw(member),
    recommend: (member: typeof PEOPLE.reporter) => made.recommend(member),
    reject: (member: typeof PEOPLE.reporter) => made.reject(member),
  }
  for (const member of [PEOPLE.reporter, PEOPLE.countyReviewer]) {
    for (const [verb, run] of Object.entries(verbs)) {
      const shown = await mustHold(
        world.ask(HONOURS.getApplication, member, { params: made.params, query: {}, body: {} }),
      )
      const button = shown.allowed.find(({ action }) => action === verb)
      const outcome = await run(member)
      expect([verb, outcome.ok]).toEqual([verb, button?.allowed])
      if (!outcome.ok) expect(outcome.error.detail).toBe(button?.reason)
    }
  }
})

test('from every step that is not an end there is a way on, and ends have none', () => {
  const statuses: readonly ApplicationStatus[] = [...OPEN, 'named', 'rejected']
  for (const [level, { transitions }] of Object.entries(APPLICATION_WORKFLOWS)) {
    for (const status of statuses) {
      // A county's own round has no step between its clerks and itself.
      if (level === 'county' && status === 'recommended') continue
      const ways = transitions.filter(({ from }) => from === status)
      expect([level, status, ways.length > 0]).toEqual([level, status, OPEN.includes(status)])
    }
  }
})
