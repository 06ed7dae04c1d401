import { type CallAllowance, takeCall } from '@anjie/domain/access/callAllowance'
import type { MachineCalls } from '@anjie/use-cases/ports'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'

const Stored = z.object({ left: z.number(), atMs: z.number(), version: z.int() })

/** Calls of the same client that are made in the same moment take it up anew; after so many the last one waits. */
const MAX_TRIES = 8

/** One small item a client beside its log-in, for all functions that serve it. */
export function dynamoMachineCalls(client: DynamoDBDocumentClient, table: string): MachineCalls {
  return {
    take: async (identity, now) => {
      const pk = `calls#${identity}`
      for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
        const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }))
        const there = Item === undefined ? undefined : Stored.parse(Item)
        const before: CallAllowance | undefined = there
        const taken = takeCall(before, Date.parse(now))
        if ('waitSeconds' in taken) return taken.waitSeconds
        try {
          await client.send(
            new PutCommand({
              TableName: table,
              Item: { pk, ...taken.next, version: (there?.version ?? 0) + 1 },
              ...(there === undefined
                ? { ConditionExpression: 'attribute_not_exists(pk)' }
                : {
                    ConditionExpression: '#version = :version',
                    ExpressionAttributeNames: { '#version': 'version' },
                    ExpressionAttributeValues: { ':version': there.version },
                  }),
            }),
          )
          return 0
        } catch (thrown) {
          if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown
        }
      }
      return 1
    },
  }
}
