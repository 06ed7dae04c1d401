import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { RebuildBook } from './continueRebuild.ts'
import type { RebuildProgress } from './rebuild.ts'

/** Among the views, under a key that no role reads. It counts its own states, and is marked so that no rebuild takes it out. */
const KEY = { pk: 'REBUILD#', sk: 'REBUILD#' }
const FOR_EVER = '9999'

export function dynamoRebuildBook(client: DynamoDBDocumentClient, TableName: string): RebuildBook {
  return {
    read: async () => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: KEY, ConsistentRead: true }))
      // Nobody else writes it.
      return Item === undefined
        ? undefined
        : { progress: JSON.parse(String(Item['progress'])) as RebuildProgress, seen: String(Item['order']) }
    },
    write: async (progress, seen) => {
      const order = String(Number(seen ?? 0) + 1).padStart(10, '0')
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: { ...KEY, order, made: FOR_EVER, progress: JSON.stringify(progress) },
            ...(seen === undefined
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  ConditionExpression: '#order = :seen',
                  ExpressionAttributeNames: { '#order': 'order' },
                  ExpressionAttributeValues: { ':seen': seen },
                }),
          }),
        )
        return order
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined
        throw error
      }
    },
  }
}
