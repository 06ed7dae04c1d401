import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { ProjectionTables, StoredKey } from './projectionTables.ts'
import type { ProjectionTable, Write } from './write.ts'

/** The two projected tables in DynamoDB. An item is `pk`, `sk`, `order` and the attributes of its last write. */
export function dynamoProjectionTables(
  client: DynamoDBDocumentClient,
  tableNames: Readonly<Record<ProjectionTable, string>>,
): ProjectionTables {
  const put = (write: Write, condition: string, values: Record<string, string>): Promise<boolean> =>
    unlessRefused(
      client.send(
        new PutCommand({
          TableName: tableNames[write.table],
          Item: { pk: write.pk, sk: write.sk, order: write.order, ...write.attributes },
          ConditionExpression: condition,
          ExpressionAttributeNames: { '#order': 'order' },
          ExpressionAttributeValues: values,
        }),
      ),
    )

  return {
    apply: (write) => put(write, 'attribute_not_exists(pk) OR #order < :order', { ':order': write.order }),

    overwrite: (write, seenOrder) =>
      seenOrder === undefined
        ? put(write, 'attribute_not_exists(pk) OR #order <= :order', { ':order': write.order })
        : put(write, 'attribute_not_exists(pk) OR #order <= :order OR #order = :seen', {
            ':order': write.order,
            ':seen': seenOrder,
          }),

    async *inventory(table) {
      let from: Record<string, unknown> | undefined
      do {
        const page = await client.send(
          new ScanCommand({
            TableName: tableNames[table],
            ConsistentRead: true,
            ProjectionExpression: 'pk, sk, #order',
            ExpressionAttributeNames: { '#order': 'order' },
            ...(from === undefined ? {} : { ExclusiveStartKey: from }),
          }),
        )
        for (const item of page.Items ?? []) yield storedKey(table, item)
        from = page.LastEvaluatedKey
      } while (from !== undefined)
    },

    remove: (key) =>
      unlessRefused(
        client.send(
          new DeleteCommand({
            TableName: tableNames[key.table],
            Key: { pk: key.pk, sk: key.sk },
            ConditionExpression: '#order = :seen',
            ExpressionAttributeNames: { '#order': 'order' },
            ExpressionAttributeValues: { ':seen': key.order },
          }),
        ),
      ),
  }
}

function storedKey(table: ProjectionTable, item: Record<string, unknown>): StoredKey {
  const { pk, sk, order } = item
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof order !== 'string') {
    throw new Error(`an item of the ${table} table has no key or no order`)
  }
  return { table, pk, sk, order }
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
