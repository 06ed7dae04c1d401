import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { openForm } from './openForm.ts'
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
  const params = await openForm(api)
  const idempotencyKey = randomUUID()
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
