import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { OPERATIONS } from '@anjie/contracts/operations/index'
import type { Operation } from '@anjie/contracts/operations/operation'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { CALLS_A_SECOND, CALLS_AT_ONCE, takeCall } from '@anjie/domain/access/callAllowance'
import { expect, test } from 'vitest'
import { testApi } from '../api/testApi.ts'
import { member } from '../builders/people.ts'

const machine = (personId: string): Membership => ({
  ...member({ roles: ['county-reporter'], personId }),
  scopes: ['disputes:read', 'disputes:write'],
})
const operations: readonly Operation[] = Object.values(OPERATIONS)
const examples = operations.filter(({ example }) => example !== undefined)

test('each call that a machine makes for a dispute has an example, which the operation itself takes in and gives out', () => {
  const ids = examples.map(({ id }) => id)
  for (const id of [
    'enterDispute',
    'saveDisputeEntry',
    'recordDisputeAttempt',
    'passDisputeUp',
    'recordDisputeOutcome',
    'getOutgoingDisputes',
  ])
    expect(ids).toContain(id)
  for (const { id, body, success, example } of examples) {
    if (example?.body !== undefined) expect(body.safeParse(example.body).error?.issues ?? [], id).toEqual([])
    expect(success.body.safeParse(example?.answer).error?.issues ?? [], id).toEqual([])
  }
})

test('the page for machines calls operations that there are, with bodies that they take', async () => {
  const page = await readFile(fileURLToPath(new URL('../../packages/handbook/machines.md', import.meta.url)), 'utf8')
  const calls = [...page.matchAll(/curl -s (?:-X (\w+) )?"\$API(\/v1[^"?]*)[^"]*"([\s\S]*?)(?=\n#|\n```)/g)]
  expect(calls.length).toBeGreaterThanOrEqual(3)
  for (const [, method = 'GET', path = '', rest = ''] of calls) {
    const pattern = (each: Operation) => new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`)
    const operation = operations.find((each) => each.method === method && pattern(each).test(path))
    expect(operation?.id, `${method} ${path}`).toBeDefined()
    const body = /-d '([\s\S]*)'/.exec(rest)?.[1]
    if (method === 'GET') continue
    expect(operation?.body.safeParse(JSON.parse(body ?? '')).error?.issues ?? [], path).toEqual([])
    expect(rest).toContain('idempotency-key')
    if (operation?.ifMatch === true) expect(rest).toContain('if-match')
  }
})

test('a machine client that calls too fast is told how long to wait, and slows nobody else', async () => {
  const api = await testApi()
  api.setNow('2026-03-10T03:00:00.000Z')
  const [fast, other] = [machine('machine-1'), machine('machine-2')]
  const person = member({ roles: ['county-reporter'], personId: 'person' })
  for (const each of [fast, other, person]) api.join(each)
  const call = (who: typeof fast) => api.call('listDisputeSystems', { member: who })
  for (let made = 0; made < CALLS_AT_ONCE; made += 1) expect((await call(fast)).status).toBe(200)
  const refused = await call(fast)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(refused.body).toMatchObject({
    code: 'too-many-calls',
    title: '调用过于频繁',
    detail: expect.stringContaining('1秒后'),
  })
  expect((await call(other)).status).toBe(200)
  for (let made = 0; made <= CALLS_AT_ONCE; made += 1) expect((await call(person)).status).toBe(200)
  api.setNow('2026-03-10T03:00:01.000Z')
  for (let made = 0; made < CALLS_A_SECOND; made += 1) expect((await call(fast)).status).toBe(200)
  expect((await call(fast)).status).toBe(429)
})

test('an allowance fills up by itself and never beyond its size; a clock that goes back gives nothing', () => {
  const empty = { left: 0, atMs: 10_000 }
  expect(takeCall(empty, 10_000)).toEqual({ waitSeconds: 1 })
  expect(takeCall(empty, 5_000)).toEqual({ waitSeconds: 1 })
  expect(takeCall(empty, 10_000_000)).toEqual({ next: { left: CALLS_AT_ONCE - 1, atMs: 10_000_000 } })
})
