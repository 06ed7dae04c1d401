import { MembershipId } from '@anjie/contracts/vocabulary/ids'
import { scopeOf } from '@anjie/domain/access/index'
import { grantPost } from '@anjie/domain/people/grantPost'
import { dynamoTables } from '@anjie/store/aws/dynamoTables'
import { s3EvidenceFiles } from '@anjie/store/aws/s3EvidenceFiles'
import { scopedCredentials, sessionTags } from '@anjie/store/aws/scopedCredentials'
import { attachment } from '@anjie/store/contentDisposition'
import { digest } from '@anjie/store/digest'
import { type Freshness, keptMemberships } from '@anjie/store/memberships'
import type { ConditionalPut } from '@anjie/store/tables'
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { member } from '../builders/people.ts'

/** A document client whose calls are answered here, one after the other. */
function answeredBy(...answers: ((input: unknown) => unknown)[]) {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } }),
  )
  const calls: unknown[] = []
  client.middlewareStack.add(
    () => async (request) => {
      calls.push(request.input)
      const answer = answers[Math.min(calls.length, answers.length) - 1]
      return { output: { $metadata: {}, ...Object(answer?.(request.input)) }, response: {} }
    },
    { step: 'initialize', priority: 'high' },
  )
  const pauses: number[] = []
  const tables = dynamoTables({
    client,
    names: { records: 'records', views: 'views' },
    pause: async (milliseconds) => void pauses.push(milliseconds),
  })
  return { tables, calls, pauses }
}

const cancelled =
  (...codes: string[]) =>
  (): never => {
    throw new TransactionCanceledException({
      $metadata: {},
      message: 'cancelled',
      CancellationReasons: codes.map((Code) => ({ Code })),
    })
  }
const named = (name: string) => (): never => {
  throw Object.assign(new Error(name), { name })
}
const put: ConditionalPut = { item: { pk: 'T#990101#', sk: 'STATE#', version: 1 }, condition: { is: 'absent' } }

describe('a transaction', () => {
  test('that others disturbed is sent again, each time after a longer pause', async () => {
    const { tables, calls, pauses } = answeredBy(
      cancelled('TransactionConflict'),
      named('ThrottlingException'),
      cancelled('None', 'ThrottlingError'),
      named('TransactionInProgressException'),
      () => ({}),
    )
    expect(await tables.transact([put])).toBe('written')
    expect(calls).toHaveLength(5)
    expect(pauses).toHaveLength(4)
    expect(pauses[3] ?? 0).toBeGreaterThan(pauses[0] ?? 0)
  })
  test('that is disturbed all the time is busy and not an error', async () => {
    const { tables, calls } = answeredBy(cancelled('TransactionConflict'))
    expect(await tables.transact([put])).toBe('busy')
    expect(calls).toHaveLength(7)
  })
  test('whose condition does not hold is refused at once', async () => {
    const { tables, calls } = answeredBy(cancelled('None', 'ConditionalCheckFailed'))
    expect(await tables.transact([put])).toBe('refused')
    expect(calls).toHaveLength(1)
  })
  test('that is not allowed is an error at once', async () => {
    const { tables } = answeredBy(named('AccessDeniedException'))
    await expect(tables.transact([put])).rejects.toThrow('AccessDenied')
  })
})

describe('a batch of reads', () => {
  test('asks again for what was left unprocessed until all is there', async () => {
    const keys = Array.from({ length: 130 }, (_, index) => ({ pk: `p${index}`, sk: 'STATE#' }))
    const answer = (input: unknown) => {
      const asked: { pk: string; sk: string }[] = Reflect.get(Object(input), 'RequestItems').records.Keys
      const done = asked.slice(0, Math.max(1, asked.length - 5))
      const left = asked.slice(done.length)
      return {
        Responses: { records: done },
        UnprocessedKeys: left.length === 0 ? {} : { records: { Keys: left } },
      }
    }
    const { tables, calls } = answeredBy(answer)
    const items = await tables.getMany('records', keys)
    expect(new Set(items.map(({ pk }) => pk)).size).toBe(130)
    expect(items).toHaveLength(130)
    expect(calls.length).toBeGreaterThan(2)
  })
  test('that never gets on is an error, never a list with gaps', async () => {
    const key = { pk: 'p', sk: 'STATE#' }
    const { tables } = answeredBy(() => ({ UnprocessedKeys: { records: { Keys: [key] } } }))
    await expect(tables.getMany('records', [key])).rejects.toThrow('unprocessed')
  })
})

describe('scoped credentials', () => {
  const county = scopeOf(member({ roles: ['county-admin'] }).jurisdiction)
  const neighbour = scopeOf(member({ roles: ['county-admin'], jurisdiction: '990102' }).jurisdiction)
  const city = scopeOf(member({ roles: ['city-reviewer'] }).jurisdiction)
  const setUp = () => {
    let now = 0
    const inputs: { RoleArn?: string; Tags?: { Key?: string; Value?: string }[] }[] = []
    const credentialsOf = scopedCredentials({
      sts: {
        // The one command that is sent; the client's many overloads cannot be written down here.
        send: (async (command: { input: (typeof inputs)[number] }) => {
          inputs.push(command.input)
          return {
            Credentials: {
              AccessKeyId: `key-${inputs.length}`,
              SecretAccessKey: 's',
              SessionToken: 't',
              Expiration: new Date(now + 3_600_000),
            },
          }
        }) as never,
      },
      roleArns: {
        county: 'arn:county',
        city: 'arn:city',
        province: 'arn:province',
        joining: 'arn:joining',
        unit: 'arn:unit',
      },
      nowMilliseconds: () => now,
    })
    const setNow = (milliseconds: number) => {
      now = milliseconds
    }
    return { credentialsOf, inputs, setNow }
  }

  test('carry the jurisdiction, those above it and the purpose as tags, and nothing else', async () => {
    const { credentialsOf, inputs } = setUp()
    await credentialsOf(county, 'read')
    expect(inputs[0]).toMatchObject({
      RoleArn: 'arn:county',
      Tags: [
        { Key: 'county', Value: '990101' },
        { Key: 'city', Value: '9901' },
        { Key: 'province', Value: '99' },
        { Key: 'purpose', Value: 'read' },
      ],
    })
    expect(sessionTags(city, 'honours')).toEqual({
      city: '9901',
      province: '99',
      purpose: 'honours',
    })
  })
  test('are shared by calls at once, kept, and renewed before a form signed with them could outlive them', async () => {
    const { credentialsOf, inputs, setNow } = setUp()
    await Promise.all([credentialsOf(county, 'read'), credentialsOf(county, 'read')])
    expect(inputs).toHaveLength(1)
    setNow(48 * 60_000)
    await credentialsOf(county, 'read')
    expect(inputs).toHaveLength(1)
    setNow(49 * 60_000)
    expect((await credentialsOf(county, 'read')).accessKeyId).toBe('key-2')
  })
  test('of one jurisdiction are never given to another', async () => {
    const { credentialsOf } = setUp()
    const one = await credentialsOf(county, 'read')
    const other = await credentialsOf(neighbour, 'read')
    expect(one.accessKeyId).not.toBe(other.accessKeyId)
  })
  test('of one purpose are never given to another', async () => {
    const { credentialsOf } = setUp()
    const reading = await credentialsOf(county, 'read')
    const writing = await credentialsOf(county, 'submissions')
    expect(reading.accessKeyId).not.toBe(writing.accessKeyId)
  })
})

describe('evidence files', () => {
  const files = s3EvidenceFiles(
    new S3Client({ region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'y' } }),
    'evidence-bucket',
  )

  test('an upload form takes one key, one type and a bounded size for ten minutes', async () => {
    const key = 'evidence/990101/990101.S/990101.E'
    const { fields } = await files.uploadForm(key, 'application/pdf', 1000)
    expect(fields).toMatchObject({ key, 'Content-Type': 'application/pdf' })
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString('utf8'))
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 1000],
        ['eq', '$Content-Type', 'application/pdf'],
        { key },
        { bucket: 'evidence-bucket' },
      ]),
    )
    expect(Date.parse(policy.expiration) - Date.now()).toBeLessThanOrEqual(600_000)
  })

  test('a download address lives five minutes and is served as an attachment with the Chinese name', async () => {
    const url = new URL(
      await files.downloadUrl('evidence/990101/a/b', '甲县2031年成绩“终稿”(1).xlsx', 'application/pdf'),
    )
    expect(url.searchParams.get('X-Amz-Expires')).toBe('300')
    const disposition = url.searchParams.get('response-content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w%.-]+$/)
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe('甲县2031年成绩“终稿”(1).xlsx')
  })

  test('a quote or a line break in a name adds nothing to the header', () => {
    expect(attachment('a"; x=y\r\nset-cookie: z\u202e.pdf')).toMatch(
      /^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w%.-]+$/,
    )
    expect(attachment('\ud800.pdf')).toContain('filename*=')
  })
})

/** A post that a log-in holds, as its record has it. */
function grantedPost() {
  const identity = 'https://issuer.invalid#p-1'
  const id = MembershipId.parse('990101.01J00000000000000000000001')
  const given = {
    ...member({ roles: ['county-admin'], personId: 'p-1' }),
    id,
    holder: 'person',
    boundTo: digest(identity),
  } as const
  const { identity: _, version: __, units: ___, ...post } = given
  const { next } = grantPost(post, '2026-03-02T01:00:00.000Z', (code) => code)
  return { identity, id, next }
}

test('posts are five seconds old at most for reads and read anew for every command; a log-in without one is asked about each time', async () => {
  let now = 0
  const asked = { logIn: 0, posts: 0 }
  let ids: string[] = []
  const { identity, id, next } = grantedPost()
  const memberships = keptMemberships(
    {
      logIns: {
        find: async () => {
          asked.logIn += 1
          return { personId: 'p-1', membershipIds: ids }
        },
      },
      posts: async (wanted) => {
        asked.posts += 1
        return new Map(wanted.map((each) => [each, { state: next, version: 1 }]))
      },
    },
    () => now,
  )
  const find = async (freshness: Freshness) => (await memberships.find(identity, freshness)).length
  expect([await find('recent'), await find('recent')]).toEqual([0, 0])
  ids = [id]
  expect(await find('recent')).toBe(0)
  expect(await find('anew')).toBe(1)
  const before = { ...asked }
  now = 4_999
  await find('recent')
  expect(asked).toEqual(before)
  await find('current')
  expect(asked).toEqual({ logIn: before.logIn, posts: before.posts + 1 })
  now = 10_000
  await find('recent')
  expect(asked).toEqual({ logIn: before.logIn + 1, posts: before.posts + 2 })
})

test('a log-in’s entry allows nothing: the post says itself which log-in and which person hold it', async () => {
  const { identity, id, next } = grantedPost()
  const heldBy = async (who: string, personId: string, state: typeof next) =>
    keptMemberships({
      logIns: { find: async () => ({ personId, membershipIds: [id] }) },
      posts: async () => new Map([[id, { state, version: 1 }]]),
    }).find(who, 'current')
  expect(await heldBy(identity, 'p-1', next)).toHaveLength(1)
  expect(await heldBy('https://issuer.invalid#p-2', 'p-1', next)).toEqual([])
  expect(await heldBy(identity, 'p-2', next)).toEqual([])
  expect(await heldBy(identity, 'p-1', { ...next, status: 'ended' })).toEqual([])
})
