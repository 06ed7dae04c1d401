import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import { digest, membershipItem, membershipOfItem } from '@anjie/store'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { MembershipEvent, MembershipRegister } from './membershipRegister.ts'

/** `<identity>@<version>#history`: no identity ends so, and nobody can sign in as one. */
const historyKey = ({ identity, version }: Pick<Membership, 'identity' | 'version'>): string =>
  `${identity}@${version}#history`

/**
 * The memberships table: one item per identity, and one more for each version that it had. Each history item holds the hash of
 * the one before it, as facts do.
 */
export function dynamoMemberships(client: DynamoDBDocumentClient, table: string): MembershipRegister {
  const get = async (pk: string) =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }))).Item

  return {
    find: async (identity) => {
      const item = await get(identity)
      return item === undefined ? undefined : membershipOfItem(item)
    },

    write: async (next: Membership, event: MembershipEvent) => {
      const earlier = await get(historyKey({ identity: next.identity, version: next.version - 1 }))
      const entry = { membership: next, event, previousHash: String(earlier?.['hash'] ?? '') }
      const history = {
        pk: historyKey(next),
        version: next.version,
        entry: JSON.stringify(entry),
        hash: digest(entry),
      }
      const isCurrent =
        next.version === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :before',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': next.version - 1 },
            }
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: table, Item: membershipItem(next), ...isCurrent } },
              { Put: { TableName: table, Item: history, ConditionExpression: 'attribute_not_exists(pk)' } },
            ],
          }),
        )
        return 'written'
      } catch (error) {
        if (error instanceof TransactionCanceledException) return 'moved-on'
        throw error
      }
    },
  }
}
