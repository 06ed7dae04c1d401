import { setTimeout as wait } from 'node:timers/promises'
import { type ListOrder, rowKeyIn } from '@anjie/projections/lists/listOrders'
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import {
  type ConditionalPut,
  type Item,
  inBatches,
  OPEN_INDEX,
  OPEN_KEY,
  type PutCondition,
  type TableName,
  type Tables,
  type TransactOutcome,
} from '../tables.ts'

export interface DynamoTablesOptions {
  readonly client: DynamoDBDocumentClient
  readonly names: Readonly<Record<TableName, string>>
  /** Waits before a repeated attempt, in milliseconds; tests pass their own. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

const ATTEMPTS = 7
const FIRST_PAUSE_MS = 25

/** What DynamoDB answers when others write the same items or the table is hot: the same call may succeed a moment later. */
const PASSING = new Set([
  'TransactionConflict',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
])

/** Tables in DynamoDB. Reads are strong; conflicts and throttling are tried again, each time after a longer random pause. */
export function dynamoTables({ client, names, pause = wait }: DynamoTablesOptions): Tables {
  const backOff = (attempt: number): Promise<void> => pause(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random() / 2))

  return {
    get: async (table, { pk, sk }) => {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: names[table], Key: { pk, sk }, ConsistentRead: isStrong(table) }),
      )
      return item === undefined ? undefined : plainItem(item)
    },

    getMany: (table, keys) =>
      inBatches(keys, async (batch) => {
        const items: Item[] = []
        let wanted = batch
        for (let attempt = 0; wanted.length > 0; attempt++) {
          if (attempt > 0) await backOff(attempt - 1)
          if (attempt >= ATTEMPTS) throw new Error(`${wanted.length} items stay unprocessed after ${ATTEMPTS} attempts`)
          const Keys = wanted.map(({ pk, sk }) => ({ pk, sk }))
          const answer = await client.send(
            new BatchGetCommand({ RequestItems: { [names[table]]: { Keys, ConsistentRead: isStrong(table) } } }),
          )
          items.push(...(answer.Responses?.[names[table]] ?? []).map(plainItem))
          wanted = (answer.UnprocessedKeys?.[names[table]]?.Keys ?? []).map(({ pk, sk }) => ({
            pk: String(pk),
            sk: String(sk),
          }))
        }
        return items
      }),

    query: async (table, pk, { order, skPrefix, after, limit, newestFirst = false } = {}) => {
      const sortKey = order ?? 'sk'
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: names[table],
          KeyConditionExpression: skPrefix === undefined ? 'pk = :pk' : `pk = :pk AND begins_with(${sortKey}, :prefix)`,
          ExpressionAttributeValues: { ':pk': pk, ...(skPrefix === undefined ? {} : { ':prefix': skPrefix }) },
          ConsistentRead: isStrong(table),
          ...(order === undefined ? {} : { IndexName: order }),
          ScanIndexForward: !newestFirst,
          ...(limit === undefined ? {} : { Limit: limit }),
          ...(after === undefined ? {} : { ExclusiveStartKey: startKey(pk, order, after) }),
        }),
      )
      const items = Items.map(plainItem)
      const next: unknown = LastEvaluatedKey?.[sortKey]
      return typeof next === 'string' ? { items, next } : { items }
    },

    range: async (pk, { order, from, to, limit, newestFirst = false }) => {
      const sortKey = order ?? OPEN_KEY
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: names.views,
          IndexName: order ?? OPEN_INDEX,
          KeyConditionExpression: `pk = :pk AND ${sortKey} BETWEEN :from AND :to`,
          ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
          ScanIndexForward: !newestFirst,
          Limit: limit,
        }),
      )
      return Items.map(plainItem)
    },

    putNew: async (item) => {
      const put = new PutCommand({
        TableName: names.records,
        Item: { ...item },
        ConditionExpression: 'attribute_not_exists(pk)',
      })
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 0) await backOff(attempt - 1)
        try {
          await client.send(put)
          return 'written'
        } catch (thrown) {
          if (thrown instanceof ConditionalCheckFailedException) return 'there'
          if (!(thrown instanceof Error && PASSING.has(thrown.name))) throw thrown
        }
      }
      return 'busy'
    },

    transact: async (puts, counters = { raise: [], unchanged: [] }) => {
      const TableName = names.records
      const TransactItems = [
        ...puts.map((put) => ({ Put: { TableName, ...putParts(put) } })),
        ...counters.raise.map(({ pk, sk }) => ({
          Update: {
            TableName,
            Key: { pk, sk },
            UpdateExpression: 'ADD times :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        })),
        ...counters.unchanged.map(({ key: { pk, sk }, times }) => ({
          ConditionCheck: {
            TableName,
            Key: { pk, sk },
            ...(times === 0
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : { ConditionExpression: 'times = :times', ExpressionAttributeValues: { ':times': times } }),
          },
        })),
      ]
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 0) await backOff(attempt - 1)
        const outcome = await transactOnce(client, TransactItems)
        if (outcome !== 'busy') return outcome
      }
      return 'busy'
    },
  }
}

/** What is projected lags its facts anyway, so it is read at half the price; an index could not be read otherwise. */
const isStrong = (table: TableName): boolean => table === 'records'

/** An index continues after the key in it together with the item's own. */
const startKey = (pk: string, order: ListOrder | undefined, after: string): Record<string, string> =>
  order === undefined ? { pk, sk: after } : { pk, sk: rowKeyIn(after), [order]: after }

async function transactOnce(
  client: DynamoDBDocumentClient,
  TransactItems: NonNullable<TransactWriteCommandInput['TransactItems']>,
): Promise<TransactOutcome> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems }))
    return 'written'
  } catch (thrown) {
    if (thrown instanceof TransactionCanceledException) {
      const reasons = (thrown.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
      if (reasons.includes('ConditionalCheckFailed')) return 'refused'
      if (reasons.some((reason) => PASSING.has(reason))) return 'busy'
    }
    if (thrown instanceof Error && PASSING.has(thrown.name)) return 'busy'
    throw thrown
  }
}

function putParts({ item, condition }: ConditionalPut) {
  return { Item: { ...item }, ...conditionParts(condition) }
}

function conditionParts(condition: PutCondition) {
  switch (condition.is) {
    case 'absent':
      return { ConditionExpression: 'attribute_not_exists(pk)' }
    case 'at-version':
      return {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': condition.version },
      }
    case 'absent-or-expired':
      return {
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': condition.nowSeconds },
      }
  }
}

/** Text, whole numbers and bytes are all that our items hold; anything else was not written by us. */
function plainItem(attributes: Record<string, unknown>): Item {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'number' || value instanceof Uint8Array) return [name, value]
      throw new Error(`the attribute ${name} of an item has a type that is not ours`)
    }),
  )
}
