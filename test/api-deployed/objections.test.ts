import { OPERATIONS } from '@anjie/contracts/operations/index'
import { callOperation } from '@anjie/local/apiClient'
import { DEMO_PASSWORD } from '@anjie/local/seed/demoPeople'
import { seedNotice } from '@anjie/local/seed/seedSituations'
import { SignedInStaff } from '@anjie/local/seed/staff'
import { signInForScript } from '@anjie/local/signIn'
import { readStackFacts } from '@anjie/local/stackFacts'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoleSession } from '../tenancy-deployed/apiSession.ts'

/** An objection from the form to who investigates it, on the deployed stack; and what the public function may not do. */
const facts = await readStackFacts('test')
const root = { accessKeyId: 'test', secretAccessKey: 'test' }
const connection = { region: facts.region, endpoint: facts.endpoint }

let site: Awaited<ReturnType<typeof openRoleSession>>
const tokens = new Map<string, string>()

beforeAll(async () => {
  site = await openRoleSession(facts, facts.roles.publicSite)
  const cognito = new CognitoIdentityProviderClient({ ...connection, credentials: root })
  for (const userName of ['province.admin', '990110.admin', '990101.reviewer'])
    tokens.set(userName, await signInForScript(cognito, facts, userName, DEMO_PASSWORD).catch(() => ''))
})
afterAll(() => site.close())

const refused = async (call: Promise<unknown>) =>
  expect(
    await call.then(
      () => 'allowed',
      (error: Error) => error.name,
    ),
  ).toMatch(/AccessDenied|Forbidden|403/)

test('the public function reads neither the inbox nor the files that came with objections, nor any record', async () => {
  const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({ ...connection, credentials: site.credentials }))
  const sqs = new SQSClient({ ...connection, credentials: site.credentials })
  const s3 = new S3Client({ ...connection, credentials: site.credentials, forcePathStyle: true })
  await refused(sqs.send(new ReceiveMessageCommand({ QueueUrl: facts.inboxUrl })))
  await refused(s3.send(new GetObjectCommand({ Bucket: facts.evidenceBucket, Key: 'objections/99/x/0' })))
  await refused(s3.send(new ListObjectsV2Command({ Bucket: facts.evidenceBucket, Prefix: 'objections/' })))
  for (const pk of ['P#99#objection#99.01J00000000000000000000000#', 'T#990101#unit#x#'])
    await refused(dynamo.send(new GetCommand({ TableName: facts.tables.records, Key: { pk, sk: 'STATE#' } })))
  await refused(
    dynamo.send(
      new QueryCommand({
        TableName: facts.tables.records,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'P#99#objection#99.01J00000000000000000000000#' },
      }),
    ),
  )
  await refused(
    dynamo.send(
      new UpdateCommand({
        TableName: facts.tables.public,
        Key: { pk: 'OBJECTION#x#', sk: 'OBJECTION#' },
        UpdateExpression: 'SET body = :b',
        ExpressionAttributeValues: { ':b': 1 },
      }),
    ),
  )
})

test('an objection that is sent with the form reaches who investigates with its file, and no county', async () => {
  const staff = new SignedInStaff(facts, new CognitoIdentityProviderClient({ ...connection, credentials: root }))
  // Its own: the journey lets the clock pass the end of every notice that is there.
  const running = await seedNotice(staff, '白沙村', ['另一轮', '另一批'])
  if (running === undefined) return expect.fail('the days off of the year are not announced')
  const answers = async () => (await fetch(`${facts.publicUrl}/notices/${running}/object?unit=1`)).status
  await expect.poll(answers, { timeout: 120_000, interval: 500 }).toBe(200)
  const page = await (await fetch(`${facts.publicUrl}/notices/${running}/object?unit=1`)).text()
  const ticket = /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const form = new FormData()
  const told = '反映该村今年有一件信访没有办结'
  for (const [name, value] of Object.entries({
    ticket,
    unit: '1',
    who: 'named',
    name: '群众乙',
    contact: '099-00000001',
  }))
    form.set(name, value)
  form.set('text', told)
  const bytes = Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff, 0x00, 0xfe, 0x80])
  form.append('files', new File([bytes], '照片 (1)+终稿 100%.pdf', { type: 'application/pdf' }))
  const sent = await fetch(`${facts.publicUrl}/notices/${running}/objections`, { method: 'POST', body: form })
  const receipt = await sent.text()
  expect(sent.status, receipt).toBe(200)
  const [number = '', code = ''] = [...receipt.matchAll(/class="exact receipt">([^<]+)</g)].map(
    ([, text]) => text ?? '',
  )
  const ask = async () => {
    const asked = new FormData()
    asked.set('number', number)
    asked.set('code', code)
    return (await fetch(`${facts.publicUrl}/objections`, { method: 'POST', body: asked })).text()
  }
  await expect.poll(ask, { timeout: 60_000, interval: 500 }).toContain('已收到，待接收')
  const admin = tokens.get('province.admin') ?? ''
  const { rows } = await callOperation(facts.apiUrl, admin, OPERATIONS.listObjections, { query: { stage: 'open' } })
  const row = rows.find(({ fields }) => fields.number === number) ?? expect.fail('the inbox was taken in')
  const params = { objectionId: row.id as never }
  const found = await callOperation(facts.apiUrl, admin, OPERATIONS.getObjection, { params })
  expect(found.material).toMatchObject({ name: '群众乙', text: told, files: [{ bytes: bytes.length }] })
  const { url } = await callOperation(facts.apiUrl, admin, OPERATIONS.openObjectionFile, {
    params: { ...params, at: '0' },
  })
  expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(bytes)
  const county = await fetch(`${facts.apiUrl}/v1/objections/${row.id}`, {
    headers: { authorization: `Bearer ${tokens.get('990101.reviewer') ?? ''}` },
  })
  expect(county.status).toBe(403)
})
