import { randomUUID } from 'node:crypto'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { beforeEach, expect, test } from 'vitest'
import { member } from '../builders/people.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'
import { openForm } from './openForm.ts'
import { type TestApi, testApi } from './testApi.ts'

/** Steps of a form start from its version: their receipts lie with its facts, and these tests say that a repeat is no less harmless. */
const clerks = ['first', 'second', 'third'].map((personId) => member({ roles: ['county-reporter'], personId }))
const [first, second] = clerks as [(typeof clerks)[number], (typeof clerks)[number]]

let api: TestApi
let params: { readonly submissionId: string }
beforeEach(async () => {
  api = await testApi()
  for (const clerk of clerks) api.join(clerk)
  params = await openForm(api)
})

const save = (
  who: (typeof clerks)[number],
  item: string,
  value: string,
  { key = randomUUID(), ifMatch = 1, was = null }: { key?: string; ifMatch?: number; was?: FormValue | null } = {},
) =>
  api.call('saveValues', {
    member: who,
    params,
    body: { values: [reported(item, value)], changed: [{ item, period: '2026', was }] },
    ifMatch,
    idempotencyKey: key,
  })
const saves = () => api.stores.recordedFacts().filter(({ type }) => type === 'ValuesSaved')

test('a save that is sent again is answered the same and done once, also when others have saved meanwhile', async () => {
  const key = randomUUID()
  const done = await save(first, 'COVERAGE', '90', { key })
  expect(done).toMatchObject({ status: 200, body: { version: 2 } })
  await save(second, 'CENTERS_LED', '5')
  const again = await save(first, 'COVERAGE', '90', { key })
  expect({ status: again.status, body: again.body }).toEqual({ status: done.status, body: done.body })
  // The second clerk even put another figure where the first one's stood: a repeat does not bring the old one back.
  await save(second, 'COVERAGE', '91', { ifMatch: 3, was: reported('COVERAGE', '90') })
  const later = await save(first, 'COVERAGE', '90', { key })
  expect(later.headers.get('idempotency-replayed')).toBe('true')
  expect({ status: later.status, body: later.body }).toEqual({ status: done.status, body: done.body })
  expect(saves()).toHaveLength(3)
  const shown = await api.call('getSubmission', { member: first, params })
  expect(shown.body).toMatchObject({
    version: 4,
    state: { values: expect.arrayContaining([reported('COVERAGE', '91')]) },
  })
})

test('three clerks who each send their save five times at once leave three facts, and each has one answer', async () => {
  const items = ['COVERAGE', 'CENTERS_LED', 'CENTERS_TOTAL']
  const keys = items.map(() => randomUUID())
  const sent = items.flatMap((item, at) =>
    Array.from({ length: 5 }, async () => {
      const key = keys[at] ?? ''
      // Whoever is told that many write at once sends the same again, as the console does.
      for (;;) {
        const { status, body } = await save(clerks[at] ?? first, item, '5', { key })
        if (status === 200) return `${item} ${JSON.stringify(body)}`
        expect(body).toMatchObject({ code: 'stale-version' })
      }
    }),
  )
  expect(new Set(await Promise.all(sent)).size).toBe(3)
  expect(saves().map(({ version }) => version)).toEqual([2, 3, 4])
})

test('the key of another save is refused with 422, from the same page or a newer one that does not show it yet', async () => {
  const key = randomUUID()
  await save(first, 'COVERAGE', '90', { key })
  expect(await save(first, 'COVERAGE', '91', { key })).toMatchObject({
    status: 422,
    body: { code: 'idempotency-key-reused' },
  })
  expect(await save(second, 'COVERAGE', '90', { key })).toMatchObject({ status: 422 })
  expect(saves()).toHaveLength(1)
})

test('a form that is submitted again is answered from what was done, although it may not be submitted any more', async () => {
  await api.call('saveValues', { member: first, params, body: { values: [...WHOLE_FORM] }, ifMatch: 1 })
  const idempotencyKey = randomUUID()
  const submit = () => api.call('submitSubmission', { member: first, params, ifMatch: 2, idempotencyKey })
  const done = await submit()
  expect(done).toMatchObject({ status: 200, body: { version: 3, status: 'submitted' } })
  const again = await submit()
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(again.body).toEqual(done.body)
})
