import { limiter } from '@anjie/kernel'
import type { ProjectionTable, Write } from '@anjie/projections/write'
import { attributesOf as viewAttributesOf } from '@anjie/store/viewItems'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import type { ProjectionTables, StoredKey, StoredRow } from './projectionTables.ts'
import { scanPage } from './scanPage.ts'

/** A batch of facts makes hundreds of writes; more at once than this would only queue for a connection. */
const REQUESTS_AT_ONCE = 40

/** The two projected tables in DynamoDB. An item is `pk`, `sk`, `order`, the instant at which it was made, and the attributes of its last write. */
export function dynamoProjectionTables(
  client: DynamoDBDocumentClient,
  tableNames: Readonly<Record<ProjectionTable, string>>,
): ProjectionTables {
  const inTurn = limiter(REQUESTS_AT_ONCE)
  const put = (
    write: Write,
    condition: string | undefined,
    values: Record<string, string>,
    made = new Date().toISOString(),
  ): Promise<boolean> =>
    inTurn(() =>
      unlessRefused(
        client.send(
          new PutCommand({
            TableName: tableNames[write.table],
            Item: { pk: write.pk, sk: write.sk, order: write.order, made, ...attributesOf(write) },
            ...(condition === undefined
              ? {}
              : { ConditionExpression: condition, ExpressionAttributeNames: { '#order': 'order' } }),
            ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
          }),
        ),
      ),
    )

  return {
    apply: (write) => put(write, 'attribute_not_exists(#order) OR #order < :order', { ':order': write.order }),

    overwrite: async (write, start) => {
      const condition = 'attribute_not_exists(#order) OR #order <= :order'
      if (await put(write, condition, { ':order': write.order }, start)) return true
      await inTurn(() =>
        unlessRefused(
          client.send(
            new UpdateCommand({
              TableName: tableNames[write.table],
              Key: { pk: write.pk, sk: write.sk },
              UpdateExpression: 'SET refusedIn = :start',
              ConditionExpression: `attribute_exists(pk) AND (${MADE_BEFORE})`,
              ExpressionAttributeValues: { ':start': start },
            }),
          ),
        ),
      )
      return false
    },

    madeBefore: async (table, instant, after) => {
      const scan = {
        TableName: tableNames[table],
        ProjectionExpression: 'pk, sk, #order, refusedIn',
        FilterExpression: MADE_BEFORE,
        ExpressionAttributeNames: { '#order': 'order' },
        ExpressionAttributeValues: { ':start': instant },
      }
      const page = await scanPage(client, scan, after)
      const items = page.items.map((item) => {
        const { refusedIn } = item
        return { ...storedKey(table, item), refusedIn: typeof refusedIn === 'string' ? refusedIn : undefined }
      })
      return { items, next: page.next }
    },

    replace: (write, seen) =>
      seen === undefined
        ? put(write, 'attribute_not_exists(#order)', {})
        : put(write, '#order = :seen', { ':seen': seen }),

    store: (write) => put(write, undefined, {}),

    publicRows: async (pk, skPrefix) => {
      const rows: StoredRow[] = []
      const pages = paginateQuery(
        { client },
        {
          TableName: tableNames.public,
          // What follows from these rows must know of the last of them.
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': pk, ':sk': skPrefix },
        },
      )
      for await (const { Items = [] } of pages) rows.push(...Items.map(storedRow))
      return rows
    },

    remove: (key) =>
      inTurn(() =>
        unlessRefused(
          client.send(
            new DeleteCommand({
              TableName: tableNames[key.table],
              Key: { pk: key.pk, sk: key.sk },
              ExpressionAttributeNames: { '#order': 'order' },
              ...(key.order === NO_ORDER
                ? { ConditionExpression: 'attribute_not_exists(#order)' }
                : { ConditionExpression: '#order = :seen', ExpressionAttributeValues: { ':seen': key.order } }),
            }),
          ),
        ),
      ),
  }
}

const attributesOf = (write: Write): Readonly<Record<string, unknown>> =>
  write.content !== null && 'body' in write.content ? write.content : viewAttributesOf(write)

/** What was made before an instant, or by a version of this code that did not say when. */
const MADE_BEFORE = 'attribute_not_exists(made) OR made < :start'

/** Stands for the order of an item that has none, because no projection of ours wrote it. Every order is above it. */
const NO_ORDER = ''

function storedKey(table: ProjectionTable, item: Record<string, unknown>): StoredKey {
  const { pk, sk, order } = item
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error(`an item of the ${table} table has no key`)
  return { table, pk, sk, order: typeof order === 'string' ? order : NO_ORDER }
}

function storedRow(item: Record<string, unknown>): StoredRow {
  const { table: _table, ...key } = storedKey('public', item)
  const { body } = item
  return typeof body === 'object' && body !== null ? { ...key, body: { ...body } } : key
}

async function unlessRefused(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}
