import { OPERATIONS } from '@anjie/contracts/operations/index'
import { callOperation, Refused } from '@anjie/local/apiClient'
import { clientOptions } from '@anjie/local/emulator'
import { DEMO_PASSWORD, REPORT_COUNTY } from '@anjie/local/seed/demoPeople'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts, type StackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { beforeAll, expect, test } from 'vitest'

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'

let facts: StackFacts
let token: string
let submissionId: string

beforeAll(async () => {
  facts = await readStackFacts('test')
  const cognito = new CognitoIdentityProviderClient(clientOptions(facts.endpoint))
  token = await signInForScript(cognito, facts, `${REPORT_COUNTY}.reporter`, DEMO_PASSWORD)
  const { rows } = await callOperation(facts.apiUrl, token, OPERATIONS.listSubmissions)
  const open = rows.find((row) => row.status === 'draft')
  if (open === undefined) throw new Error('the demo has a form that is being filled')
  submissionId = open.id
})

const params = () => ({ submissionId })

async function requestUpload(bytes: number) {
  const form = await callOperation(facts.apiUrl, token, OPERATIONS.getSubmission, { params: params() })
  return callOperation(facts.apiUrl, token, OPERATIONS.requestEvidenceUpload, {
    params: params(),
    ifMatch: form.version,
    body: { item: 'CENTERS_TOTAL', fileName: '附件 (1)+终稿 100%.pdf', contentType: 'application/pdf', bytes },
  })
}

type Asked = Awaited<ReturnType<typeof requestUpload>>

/** Posts the form that was given out, with some of its fields changed, as a browser or an attacker would. */
function post({ upload }: Asked, content: string, changed: Record<string, string> = {}): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...upload.fields, ...changed })) form.append(name, value)
  form.append('file', new Blob([content], { type: 'application/pdf' }))
  return fetch(upload.url, { method: 'POST', body: form })
}

const attach = ({ id, version }: Asked) =>
  callOperation(facts.apiUrl, token, OPERATIONS.attachEvidence, {
    params: { ...params(), evidenceId: id },
    ifMatch: version,
  })

test('the store takes the file of the agreed type and size under the agreed key; it opens as an attachment with its Chinese name, and cannot be exchanged by a second use of the form', async () => {
  const asked = await requestUpload(PDF.length)
  expect((await post(asked, PDF)).ok).toBe(true)
  await attach(asked)
  // The form was good for ten minutes; by now it reaches only the place where uploads wait.
  await post(asked, PDF.replace('1 0 obj', '2 0 obj'))
  const { url } = await callOperation(facts.apiUrl, token, OPERATIONS.openEvidence, {
    params: { ...params(), evidenceId: asked.id },
  })
  const opened = await fetch(url)
  expect(await opened.text()).toBe(PDF)
  expect(opened.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('附件 (1)+终稿 100%.pdf').replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  )
})

test('another key, another type or a larger file is refused by the store itself', async () => {
  const asked = await requestUpload(PDF.length)
  const key = asked.upload.fields['key'] ?? ''
  expect((await post(asked, PDF, { key: key.replace(REPORT_COUNTY, '990111') })).ok).toBe(false)
  expect((await post(asked, PDF, { 'Content-Type': 'text/html' })).ok).toBe(false)
  expect((await post(asked, PDF.padEnd(21 * 1024 * 1024, ' '))).ok).toBe(false)
  await expect(attach(asked)).rejects.toThrow(Refused)
})

test('a page that is called a PDF is not attached', async () => {
  const page = '<html><script>1</script></html>'
  const asked = await requestUpload(page.length)
  expect((await post(asked, page)).ok).toBe(true)
  const refusal = await attach(asked).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(Refused)
  expect(refusal).toHaveProperty('problem.code', 'evidence-refused')
})
