import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { systemMark } from '../builders/context.ts'
import { cycle } from '../builders/cycle.ts'
import { someDetails } from '../builders/facts.ts'
import { member, PLACES } from '../builders/people.ts'
import { countyScheme } from '../builders/scheme.ts'
import { submission } from '../builders/submission.ts'
import { testApi } from './testApi.ts'

const reporter = member({ roles: ['county-reporter'] })
const file = { item: 'COVERAGE', fileName: '台账.pdf', contentType: 'application/pdf', bytes: 10 }

/** An API whose file store numbers the forms that it gives out, with one open form of the first county. */
async function withOpenForm() {
  let given = 0
  const api = await testApi({
    evidenceFiles: () => ({
      ...api.stores.evidence,
      uploadForm: async (key) => ({ url: 'https://evidence.invalid/', fields: { key, form: String(++given) } }),
    }),
  })
  api.join(reporter)
  const open = cycle()
  const form = submission({ cycleId: open.id, id: `${PLACES.county.code}.${open.id.slice(3)}` as never })
  const scheme = { id: open.schemeId, province: open.province, status: 'in-force', scheme: countyScheme() } as const
  const store = api.stores.openPlatformStore(PLACES.province.code, systemMark())
  const written = await store.commit([
    {
      kind: 'scheme',
      id: open.schemeId,
      expectedVersion: 0,
      next: { ...scheme, updatedAt: open.updatedAt },
      fact: { type: 'SchemePublished', details: someDetails('SchemePublished') },
    },
    {
      kind: 'cycle',
      id: open.id,
      expectedVersion: 0,
      next: open,
      fact: { type: 'CycleOpened', details: someDetails('CycleOpened') },
    },
    {
      kind: 'submission',
      id: form.id,
      expectedVersion: 0,
      next: form,
      fact: { type: 'SubmissionOpened', details: someDetails('SubmissionOpened') },
    },
  ])
  if (!written.ok) throw new Error(written.error.detail)
  const idempotencyKey = randomUUID()
  const params = { submissionId: form.id }
  const ask = () => api.call('requestEvidenceUpload', { member: reporter, params, body: file, idempotencyKey })
  return { api, params, ask }
}

test('a repeated request for an upload gets a new form for the same slot, also long after the first form has expired', async () => {
  const { api, params, ask } = await withOpenForm()
  const first = await ask()
  expect(first).toMatchObject({ status: 201, body: { version: 2, upload: { fields: { form: '1' } } } })
  const key = `pending/${PLACES.county.code}/${params.submissionId}/${first.body['id']}`
  api.setNow('2026-03-04T01:00:00.000Z')
  const second = await ask()
  expect(second.headers.get('idempotency-replayed')).toBe('true')
  expect(second).toMatchObject({
    status: 201,
    body: { id: first.body['id'], version: 2, upload: { fields: { key, form: '2' } } },
  })
  const shown = await api.call('getSubmission', { member: reporter, params })
  expect(shown.body).toMatchObject({ version: 2, state: { evidence: [{ id: first.body['id'], status: 'pending' }] } })
})

test('a repeat gets no form for a slot that was removed meanwhile', async () => {
  const { api, params, ask } = await withOpenForm()
  const evidenceId = String((await ask()).body['id'])
  await api.call('removeEvidence', { member: reporter, params: { ...params, evidenceId }, ifMatch: 2 })
  expect(await ask()).toMatchObject({ status: 400, body: { code: 'evidence-refused' } })
})
