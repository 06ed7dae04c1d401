import { clientOptions } from '@anjie/local/emulator'
import { readStackFacts } from '@anjie/local/stackFacts'
import { partSk, recordPk, STATE_SK } from '@anjie/store/keys'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient, type Tag } from '@aws-sdk/client-sts'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'

const facts = await readStackFacts('test')
const reason =
  facts.kind === 'ministack' ? '' : ' (skipped: LocalStack’s own plan decides whether it enforces IAM and session tags)'

/** A unit's key under a county: what a session of that county may write. */
const keyOf = (county: string): string => {
  const pk = recordPk('unit', `${county}.01J00000000000000000000000`)
  if (pk === undefined) throw new Error('a unit has a key')
  return pk
}
/** A place beside the record's state, so that nothing of the demo data is touched. */
const sk = partSk('authorization-test')
const own = keyOf('990101')
const neighbour = keyOf('990102')
const county = { county: '990101', city: '9901', province: '99' }

interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}

/** Credentials of a role, taken on by the account's root unless somebody else is named. */
async function assume(roleArn: string, tags: Readonly<Record<string, string>>, by?: Credentials): Promise<Credentials> {
  const sts = new STSClient({ ...clientOptions(facts.endpoint), ...(by === undefined ? {} : { credentials: by }) })
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'authorization-test',
      Tags: Object.entries(tags).map(([Key, Value]): Tag => ({ Key, Value })),
    }),
  )
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = given ?? {}
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken }
}

/** What the API has for one request: its own role takes on a scoped one. */
const session = async (roleArn: string, tags: Readonly<Record<string, string>>): Promise<Credentials> =>
  assume(roleArn, tags, await assume(facts.roles.api, {}))

const tables = (credentials: Credentials) =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ ...clientOptions(facts.endpoint), credentials }))
const files = (credentials: Credentials) =>
  new S3Client({ ...clientOptions(facts.endpoint), credentials, forcePathStyle: true })

const refused = { name: expect.stringMatching(/^AccessDenied(Exception)?$/) }
const records = facts.tables.records

describe.skipIf(facts.kind !== 'ministack')(`the table itself refuses a neighbour${reason}`, () => {
  let table: DynamoDBDocumentClient
  let bucket: S3Client

  beforeAll(async () => {
    const credentials = await session(facts.roles.county, county)
    table = tables(credentials)
    bucket = files(credentials)
  })

  test('a county writes and reads its own key', async () => {
    await table.send(new PutCommand({ TableName: records, Item: { pk: own, sk, note: 'own' } }))
    const { Item } = await table.send(new GetCommand({ TableName: records, Key: { pk: own, sk } }))
    expect(Item).toEqual({ pk: own, sk, note: 'own' })
  })

  test('a county cannot put, get or query a neighbour’s key', async () => {
    await expect(table.send(new PutCommand({ TableName: records, Item: { pk: neighbour, sk } }))).rejects.toMatchObject(
      refused,
    )
    await expect(
      table.send(new GetCommand({ TableName: records, Key: { pk: neighbour, sk: STATE_SK } })),
    ).rejects.toMatchObject(refused)
    await expect(
      table.send(
        new QueryCommand({
          TableName: records,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': neighbour },
        }),
      ),
    ).rejects.toMatchObject(refused)
  })

  test('a neighbour’s key does not ride along with an own one', async () => {
    const put = (pk: string) => ({ Put: { TableName: records, Item: { pk, sk, note: 'together' } } })
    await expect(
      table.send(new TransactWriteCommand({ TransactItems: [put(own), put(neighbour)] })),
    ).rejects.toMatchObject(refused)
    await expect(
      table.send(
        new BatchGetCommand({
          RequestItems: {
            [records]: {
              Keys: [
                { pk: own, sk },
                { pk: neighbour, sk },
              ],
            },
          },
        }),
      ),
    ).rejects.toMatchObject(refused)
    await table.send(new TransactWriteCommand({ TransactItems: [put(own)] }))
  })

  test('a county cannot read the whole table, nor confer a title on itself', async () => {
    await expect(table.send(new ScanCommand({ TableName: records }))).rejects.toMatchObject(refused)
    const title = recordPk('title', '990101.01J00000000000000000000000') ?? ''
    await expect(table.send(new PutCommand({ TableName: records, Item: { pk: title, sk } }))).rejects.toMatchObject(
      refused,
    )
  })

  test('a county files its own evidence and never sees a neighbour’s', async () => {
    const object = (code: string) => ({ Bucket: facts.evidenceBucket, Key: `evidence/${code}/authorization-test` })
    await bucket.send(new PutObjectCommand({ ...object('990101'), Body: 'own' }))
    await bucket.send(new GetObjectCommand(object('990101')))
    await expect(bucket.send(new PutObjectCommand({ ...object('990102'), Body: 'x' }))).rejects.toMatchObject(refused)
    await expect(bucket.send(new GetObjectCommand(object('990102')))).rejects.toMatchObject(refused)
  })

  test('a city reads its counties and no others, and changes none of their units', async () => {
    const city = tables(await session(facts.roles.city, { city: '9901', province: '99' }))
    await city.send(new GetCommand({ TableName: records, Key: { pk: neighbour, sk } }))
    await expect(
      city.send(new GetCommand({ TableName: records, Key: { pk: keyOf('990201'), sk } })),
    ).rejects.toMatchObject(refused)
    await expect(city.send(new PutCommand({ TableName: records, Item: { pk: own, sk } }))).rejects.toMatchObject(
      refused,
    )
  })

  test('a province reads its counties and no other province’s', async () => {
    const province = tables(await session(facts.roles.province, { province: '99' }))
    await province.send(new GetCommand({ TableName: records, Key: { pk: keyOf('990201'), sk } }))
    await expect(
      province.send(new GetCommand({ TableName: records, Key: { pk: keyOf('980101'), sk } })),
    ).rejects.toMatchObject(refused)
  })

  test('nobody takes on a scope without its tags, with a pattern for a code, or without being the API', async () => {
    await expect(session(facts.roles.county, {})).rejects.toMatchObject(refused)
    await expect(session(facts.roles.county, { ...county, county: '*' })).rejects.toMatchObject(refused)
    const asCounty = await session(facts.roles.county, county)
    await expect(assume(facts.roles.province, { province: '99' }, asCounty)).rejects.toMatchObject(refused)
  })

  test('the API’s own role reads no record at all', async () => {
    const api = tables(await assume(facts.roles.api, {}))
    await expect(api.send(new GetCommand({ TableName: records, Key: { pk: own, sk } }))).rejects.toMatchObject(refused)
  })
})
