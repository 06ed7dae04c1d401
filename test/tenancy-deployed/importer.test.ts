import { randomUUID } from 'node:crypto'
import { readStackFacts } from '@anjie/local/stackFacts'
import { importTags } from '@anjie/store/aws/importSession'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ulid } from '../builders/ulid.ts'
import { openRoleSession } from './apiSession.ts'

/** What is refused here is refused by the tables and the file store, from the tags of the importer's session: none of our code is asked. */
const facts = await readStackFacts('test')
const connection = { region: facts.region, endpoint: facts.endpoint }
const denied = /AccessDenied|not authorized|Forbidden/
const own = `970201.${ulid()}`
const sameCounty = `970201.${ulid()}`
const neighbours = `970202.${ulid()}`

const importer = await openRoleSession(facts, facts.roles.importer)
afterAll(importer.close)
const root = { accessKeyId: 'test', secretAccessKey: 'test' }
const files = new S3Client({ ...connection, credentials: root, forcePathStyle: true })

async function session(batchId: string) {
  const sts = new STSClient({ ...connection, credentials: importer.credentials })
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: facts.roles.importSession,
      RoleSessionName: `test-${randomUUID().slice(0, 8)}`,
      Tags: Object.entries(importTags(batchId)).map(([Key, Value]) => ({ Key, Value })),
    }),
  )
  const credentials = {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  }
  return {
    s3: new S3Client({ ...connection, credentials, forcePathStyle: true }),
    dynamo: DynamoDBDocumentClient.from(new DynamoDBClient({ ...connection, credentials })),
  }
}

const { s3, dynamo } = await session(own)
const pk = (kind: string, id: string) => `T#${id.slice(0, 6)}#${kind}#${id}#`
const put = (key: string) =>
  dynamo.send(new PutCommand({ TableName: facts.tables.records, Item: { pk: key, sk: 'DONE#0000#' } }))
const get = (key: string) =>
  dynamo.send(new GetCommand({ TableName: facts.tables.records, Key: { pk: key, sk: 'STATE#' } }))
const open = (key: string) => s3.send(new GetObjectCommand({ Bucket: facts.evidenceBucket, Key: key }))

beforeAll(async () => {
  for (const batch of [own, sameCounty, neighbours])
    await files.send(new PutObjectCommand({ Bucket: facts.evidenceBucket, Key: `imports/${batch}`, Body: 'a,b' }))
})

test('reads the file, the form and the reading of its own batch, and writes the reading', async () => {
  await expect(open(`imports/${own}`)).resolves.toBeDefined()
  await expect(get(pk('import-batch', own))).resolves.toBeDefined()
  await expect(put(pk('import-reading', own))).resolves.toBeDefined()
})

test.each([
  ['another file of the same county', () => open(`imports/${sameCounty}`)],
  ['a file of the neighbour', () => open(`imports/${neighbours}`)],
  ['a file of evidence', () => open('evidence/970201/a')],
  [
    'a file to be put in the place of its own',
    () => s3.send(new PutObjectCommand({ Bucket: facts.evidenceBucket, Key: `imports/${own}`, Body: 'x' })),
  ],
  ['the batch itself, to write', () => put(pk('import-batch', own))],
  ['the reading of another batch', () => put(pk('import-reading', sameCounty))],
  ['the reading of the neighbour’s', () => put(pk('import-reading', neighbours))],
  ['a unit of the county', () => put(pk('unit', own))],
  ['a unit of the county, to read', () => get(pk('unit', own))],
  [
    'the list of batches',
    () =>
      dynamo.send(
        new QueryCommand({
          TableName: facts.tables.views,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': 'T#970201#import-batch#list#' },
        }),
      ),
  ],
] as const)('%s is refused', async (_what, attempt) => {
  await expect(attempt()).rejects.toThrow(denied)
})

test('the function’s own role, without a session, opens no table and no file', async () => {
  const { credentials } = importer
  const own3 = new S3Client({ ...connection, credentials, forcePathStyle: true })
  const dynamo3 = DynamoDBDocumentClient.from(new DynamoDBClient({ ...connection, credentials }))
  const key = { pk: pk('import-batch', own), sk: 'STATE#' }
  await expect(
    own3.send(new GetObjectCommand({ Bucket: facts.evidenceBucket, Key: `imports/${own}` })),
  ).rejects.toThrow(denied)
  await expect(dynamo3.send(new GetCommand({ TableName: facts.tables.records, Key: key }))).rejects.toThrow(denied)
})
