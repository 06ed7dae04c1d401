import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { beforeEach, describe, expect, test } from 'vitest'
import { member, PLACES } from '../builders/people.ts'
import { reported, WHOLE_FORM } from '../builders/submission.ts'
import { openForm } from './openForm.ts'
import { type TestApi, testApi } from './testApi.ts'

const reporter = member({ roles: ['county-reporter'] })
const reviewer = member({ roles: ['county-reviewer'] })
const neighbour = member({ roles: ['county-reviewer'], jurisdiction: PLACES.neighbourCounty.code })
const city = member({ roles: ['city-reviewer'] })
const admin = member({ roles: ['province-admin'] })

let api: TestApi
let params: { readonly submissionId: string }
beforeEach(async () => {
  api = await testApi()
  for (const person of [reporter, reviewer, neighbour, city, admin]) api.join(person)
  params = await openForm(api)
})

const submitted = async (values: readonly FormValue[] = WHOLE_FORM) => {
  await api.call('saveValues', { member: reporter, params, body: { values } })
  return api.call('submitSubmission', { member: reporter, params, ifMatch: 2 })
}
const cell = { item: 'COVERAGE', period: '2026' }

describe('a verified value beside the reported one', () => {
  test('waits for the reporter, keeps the form from passing, and once agreed to is what the county passed', async () => {
    await submitted()
    const body = { ...cell, text: '系统导出为97', verified: '97' }
    expect((await api.call('remarkCell', { member: reporter, params, ifMatch: 3, body })).status).toBe(403)
    expect((await api.call('remarkCell', { member: neighbour, params, ifMatch: 3, body })).status).toBe(404)
    expect(await api.call('remarkCell', { member: reviewer, params, ifMatch: 3, body })).toMatchObject({ status: 200 })
    expect(await api.call('verifySubmission', { member: reviewer, params, ifMatch: 4 })).toMatchObject({
      status: 409,
      body: { code: 'verified-value-open' },
    })
    expect(
      await api.call('answerRemark', { member: reviewer, params, ifMatch: 4, body: { ...cell, agrees: true } }),
    ).toMatchObject({ status: 403 })
    await api.call('answerRemark', { member: reporter, params, ifMatch: 4, body: { ...cell, agrees: true } })
    expect(await api.call('verifySubmission', { member: reviewer, params, ifMatch: 5 })).toMatchObject({ status: 200 })
    const { body: shown } = await api.call('getSubmission', { member: city, params })
    const state = shown['state'] as { values: FormValue[]; approved: { verified: FormValue[] } }
    expect(state.values).toContainEqual(reported('COVERAGE', '98.5'))
    expect(state.approved.verified).toContainEqual(reported('COVERAGE', '97'))
  })
})

describe('more time for one unit', () => {
  test('is given by the commission with a reason, shows on the form, and is refused for whom the cycle does not assess', async () => {
    const form = await api.call('getSubmission', { member: reporter, params })
    const { cycleId } = form.body['state'] as { cycleId: string }
    const extend = (subjects: readonly string[], by = admin) =>
      api.call('extendWindows', {
        member: by,
        params: { cycleId },
        body: { subjects, dueOn: '2027-03-31', reason: '受灾' },
      })
    expect((await extend([PLACES.county.code], city)).status).toBe(403)
    expect(await extend(['970101'])).toMatchObject({ status: 400 })
    expect(await extend([PLACES.county.code])).toMatchObject({ status: 200 })
    const { body } = await api.call('getSubmission', { member: reporter, params })
    expect(body['state']).toMatchObject({ dueOn: '2027-03-31', exception: { reason: '受灾', dueBefore: '2027-01-31' } })
  })
})

describe('completeness', () => {
  test('says what was handed in apart from whether anything stands in it', async () => {
    await submitted(WHOLE_FORM.map(({ item, period }) => reported(item, '0', period)))
    const form = await api.call('getSubmission', { member: reporter, params })
    const { cycleId } = form.body['state'] as { cycleId: string }
    const { body } = await api.call('getCycleProgress', { member: admin, params: { cycleId } })
    const rows = body['rows'] as { subject: string; content: unknown; submittedAt: string | null; late: boolean }[]
    expect(body['cells']).toBe(9)
    expect(rows.find(({ subject }) => subject === PLACES.county.code)).toMatchObject({
      content: { reported: 10, nonZero: 0, missing: 0, notApplicable: 0 },
      late: false,
    })
    expect(rows.find(({ subject }) => subject === PLACES.county.code)?.submittedAt).not.toBeNull()
  })
})

describe('evidence', () => {
  test('older and packed formats are refused by name where the cycle does not take them', async () => {
    const { body } = await api.call('requestEvidenceUpload', {
      member: reporter,
      params,
      body: { item: 'COVERAGE', fileName: '台账.zip', contentType: 'application/zip', bytes: 10 },
    })
    expect(body).toMatchObject({ code: 'evidence-refused', detail: expect.stringContaining('这里不收ZIP压缩包文件') })
    expect(String(body['detail'])).toContain('PDF、OFD、JPG图片、PNG图片')
  })

  test('where there is no scanner a file says that it was not scanned; nobody is handed one in which something was found', async () => {
    for (const scan of [{ result: 'unable' } as const, { result: 'found', name: 'Eicar' } as const]) {
      api = await testApi({ evidenceFiles: () => ({ ...api.stores.evidence, scan: async () => scan }) })
      for (const person of [reporter, reviewer]) api.join(person)
      params = await openForm(api)
      const pdf = new TextEncoder().encode('%PDF-1.7 x')
      const slot = await api.call('requestEvidenceUpload', {
        member: reporter,
        params,
        body: { item: 'COVERAGE', fileName: '台账.pdf', contentType: 'application/pdf', bytes: pdf.length },
      })
      const { fields } = slot.body['upload'] as { fields: Record<string, string> }
      expect(api.stores.evidence.upload(fields, 'application/pdf', pdf)).toBe(true)
      const file = { ...params, evidenceId: String(slot.body['id']) }
      await api.call('attachEvidence', { member: reporter, params: file, ifMatch: 2 })
      const shown = await api.call('getSubmission', { member: reporter, params })
      expect(shown.body['state']).toMatchObject({ evidence: [{ status: 'attached', scan }] })
      const opened = await api.call('openEvidence', { member: reporter, params: file })
      expect(opened.status).toBe(scan.result === 'found' ? 400 : 200)
    }
  })
})

describe('signals', () => {
  const rounded = WHOLE_FORM.map((value) =>
    reported(value.item, value.item === 'COVERAGE' ? '90' : '500', value.period),
  )
  test('are questions for reviewers; whoever fills in is not asked', async () => {
    await submitted(rounded)
    expect((await api.call('getReviewSignals', { member: reporter, params })).status).toBe(403)
    const { body } = await api.call('getReviewSignals', { member: reviewer, params })
    expect(body['signals']).toMatchObject([{ kind: 'round-figures', item: null }])
    for (const { question } of body['signals'] as { question: string }[]) expect(question).toMatch(/？$/)
  })
})
