import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { PURPOSE_TAG, type Purpose } from '@anjie/domain/access/index'
import { clientOptions } from '@anjie/local/emulator'
import { inProject, inWorkFolder } from '@anjie/local/paths'
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

/** What the API has for one request: its own role takes on a scoped one, for one purpose. */
const session = async (
  roleArn: string,
  tags: Readonly<Record<string, string>>,
  purpose: Purpose = 'read',
): Promise<Credentials> => assume(roleArn, { ...tags, [PURPOSE_TAG]: purpose }, await assume(facts.roles.api, {}))

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
    table = tables(await session(facts.roles.county, county, 'units'))
    bucket = files(await session(facts.roles.county, county, 'submissions'))
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
    const onHonours = tables(await session(facts.roles.county, county, 'honours'))
    await expect(onHonours.send(new PutCommand({ TableName: records, Item: { pk: title, sk } }))).rejects.toMatchObject(
      refused,
    )
  })

  test.each(['read', 'honours', 'submissions'] as const)(
    'a county for the purpose “%s” writes no unit of its own',
    async (purpose) => {
      const other = tables(await session(facts.roles.county, county, purpose))
      await expect(other.send(new PutCommand({ TableName: records, Item: { pk: own, sk } }))).rejects.toMatchObject(
        refused,
      )
    },
  )

  test('a county files its own evidence and never sees a neighbour’s', async () => {
    const object = (code: string) => ({ Bucket: facts.evidenceBucket, Key: `evidence/${code}/authorization-test` })
    await bucket.send(new PutObjectCommand({ ...object('990101'), Body: 'own' }))
    await bucket.send(new GetObjectCommand(object('990101')))
    await expect(bucket.send(new PutObjectCommand({ ...object('990102'), Body: 'x' }))).rejects.toMatchObject(refused)
    await expect(bucket.send(new GetObjectCommand(object('990102')))).rejects.toMatchObject(refused)
  })

  test('a city reads its counties and no others, and changes none of their units', async () => {
    const city = tables(await session(facts.roles.city, { city: '9901', province: '99' }, 'units'))
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
    await expect(
      assume(facts.roles.province, { province: '99', [PURPOSE_TAG]: 'read' }, asCounty),
    ).rejects.toMatchObject(refused)
  })

  test('the API’s own role reads no record at all', async () => {
    const api = tables(await assume(facts.roles.api, {}))
    await expect(api.send(new GetCommand({ TableName: records, Key: { pk: own, sk } }))).rejects.toMatchObject(refused)
  })
})

const python = inWorkFolder('emulator-python/bin/python')
const startScript = inProject('packages/local/emulator/start_ministack.py')
const run = (code: string) => spawnSync(python, ['-c', code], { encoding: 'utf8' })

describe.skipIf(!existsSync(python))(
  'what is added to the emulator from outside (skipped where the emulator is not ours)',
  () => {
    test('fits the pinned version', () => {
      const { status, stdout, stderr } = spawnSync(python, [startScript, '--check'], { encoding: 'utf8' })
      expect(stderr).toBe('')
      expect(stdout).toMatch(/^MiniStack \d+\.\d+\.\d+: LeadingKeys and policy variables are enforced\n$/)
      expect(status).toBe(0)
    })

    // A new version that moves one of them must stop the start, loudly, and never run with less enforcement.
    test.each([
      'ministack.core.iam_actions.dynamodb_service_context',
      'ministack.core.iam_actions.dynamodb_transaction_checks',
      'ministack.core.iam_evaluator._conditions_met',
      'ministack.core.iam_evaluator._first_match',
      'ministack.core.iam_evaluator.enforce',
      'ministack.services.apigateway._cors_response_headers',
    ])('refuses to start when %s is gone', (path) => {
      const [name = '', ...modulePath] = path.split('.').reverse()
      const { status, stderr } = run(
        `import importlib, runpy, sys
delattr(importlib.import_module('${modulePath.reverse().join('.')}'), '${name}')
sys.argv = ['start', '--check']
runpy.run_path('${startScript}', run_name='__main__')`,
      )
      expect(status).toBe(1)
      expect(stderr).toContain('no longer has the internals that this script completes')
      expect(stderr).toContain(name)
    })

    test('refuses to start when a condition is no longer evaluated', () => {
      const { status, stderr } = run(
        `import runpy, sys
from ministack.core import iam_evaluator
iam_evaluator._evaluate_single_condition = lambda operator, actual, expected: True
sys.argv = ['start', '--check']
runpy.run_path('${startScript}', run_name='__main__')`,
      )
      expect(status).toBe(1)
      expect(stderr).toContain('neighbour')
    })
  },
)

describe('the gateway', () => {
  const from = (origin: string, method: string, headers: Record<string, string> = {}) =>
    fetch(`${facts.apiUrl}/v1/me`, { method, headers: { origin, ...headers } })
  const preflight = {
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,if-match',
  }

  test('answers the console’s preflight without a token', async () => {
    const answer = await from(facts.consoleOrigin, 'OPTIONS', preflight)
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe(facts.consoleOrigin)
    expect(answer.headers.get('access-control-allow-headers')).toContain('if-match')
  })

  test('lets no other origin in', async () => {
    const answer = await from('https://elsewhere.example', 'OPTIONS', preflight)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  test.each([
    ['no token', {}],
    ['a malformed token', { authorization: 'Bearer x.y.z' }],
    ['a token that says itself that it is not signed', { authorization: `Bearer ${unsigned()}` }],
  ])('refuses %s, and the console may read that refusal', async (_, headers) => {
    const answer = await from(facts.consoleOrigin, 'GET', headers)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('access-control-allow-origin')).toBe(facts.consoleOrigin)
  })

  function unsigned(): string {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      sub: 'x',
      iss: facts.issuer,
      client_id: facts.clientId,
      token_use: 'access',
      iat: now,
      exp: now + 600,
    }
    return `${part({ alg: 'none' })}.${part(claims)}.`
  }
})
