import { dynamoMemberships } from '@anjie/function-platform/dynamoMemberships'
import { digest } from '@anjie/store/index'
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, test } from 'vitest'
import { person } from '../builders/honours.ts'

let items: Map<string, Record<string, unknown>>

/** A table that knows the two conditions that the register uses. */
function fakeClient(): DynamoDBDocumentClient {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }))
  client.send = async (command: unknown) => {
    if (command instanceof GetCommand) return { Item: items.get(String(command.input.Key?.['pk'])) }
    if (!(command instanceof TransactWriteCommand)) throw new Error('unexpected command')
    const puts = (command.input.TransactItems ?? []).flatMap(({ Put }) => Put ?? [])
    const holds = puts.every(({ Item, ConditionExpression, ExpressionAttributeValues }) => {
      const there = items.get(String(Item?.['pk']))
      if (ConditionExpression === 'attribute_not_exists(pk)') return there === undefined
      return there?.['version'] === ExpressionAttributeValues?.[':before']
    })
    if (!holds) throw new TransactionCanceledException({ message: 'cancelled', $metadata: {} })
    for (const { Item } of puts) items.set(String(Item?.['pk']), { ...Item })
    return {}
  }
  return client
}

beforeEach(() => {
  items = new Map()
})

const event = { type: 'MembershipGranted', at: '2026-03-02T01:00:00.000Z', correlationId: 'c-1', reason: '' } as const

test('a post is written with its history, each entry linked to the one before by its hash', async () => {
  const register = dynamoMemberships(fakeClient(), 'memberships')
  const first = person('p-1', '990101', 'county-reporter')
  expect(await register.find(first.identity)).toBeUndefined()
  expect(await register.write(first, event)).toBe('written')
  expect(await register.write({ ...first, post: '副主任', version: 2 }, event)).toBe('written')
  expect(await register.find(first.identity)).toMatchObject({ post: '副主任', version: 2 })
  const entries = [1, 2].map((version) => items.get(`${first.identity}@${version}#history`))
  expect(JSON.parse(String(entries[0]?.['entry']))).toMatchObject({ previousHash: '', event })
  expect(JSON.parse(String(entries[1]?.['entry'])).previousHash).toBe(entries[0]?.['hash'])
  for (const entry of entries) expect(entry?.['hash']).toBe(digest(JSON.parse(String(entry?.['entry']))))
})

test('a version that somebody else has written already is not overwritten', async () => {
  const register = dynamoMemberships(fakeClient(), 'memberships')
  const first = person('p-1', '990101', 'county-reporter')
  await register.write(first, event)
  expect(await register.write({ ...first, post: '另一岗位' }, event)).toBe('moved-on')
  expect(await register.write({ ...first, post: '另一岗位', version: 3 }, event)).toBe('moved-on')
  expect(await register.find(first.identity)).toEqual(first)
  expect(items.size).toBe(2)
})
