import type { LogIns } from '@anjie/use-cases/ports'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { logInItem, logInOfItem } from '../logInItem.ts'

/** Somebody who takes two posts at the same second. */
const MAX_TRIES = 5

/** 登录账号 in the memberships table. */
export function dynamoLogIns(client: DynamoDBDocumentClient, table: string): LogIns {
  const find = async (identity: string) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: identity }, ConsistentRead: true }),
    )
    return Item === undefined ? undefined : logInOfItem(Item)
  }
  return {
    find,
    add: async (identity, personId, membershipId) => {
      for (let attempt = 1; ; attempt++) {
        const there = await find(identity)
        if (there !== undefined && there.personId !== personId) return 'other-person'
        if (there?.membershipIds.includes(membershipId)) return 'added'
        const version = there?.version ?? 0
        const next = { personId, membershipIds: [...(there?.membershipIds ?? []), membershipId] }
        try {
          await client.send(
            new PutCommand({
              TableName: table,
              Item: logInItem(identity, next, version + 1),
              ...(version === 0
                ? { ConditionExpression: 'attribute_not_exists(pk)' }
                : {
                    ConditionExpression: '#version = :version',
                    ExpressionAttributeNames: { '#version': 'version' },
                    ExpressionAttributeValues: { ':version': version },
                  }),
            }),
          )
          return 'added'
        } catch (thrown) {
          if (!(thrown instanceof ConditionalCheckFailedException) || attempt === MAX_TRIES) throw thrown
        }
      }
    },
  }
}
