import { type DynamoDBDocumentClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb'
import type { ItemKey } from './projectionTables.ts'

type Item = Readonly<Record<string, unknown>>

/** One page of a table and the place of the next one, for whoever notes how far they have come and goes on later. */
export async function scanPage(
  client: DynamoDBDocumentClient,
  scan: Omit<ScanCommandInput, 'ExclusiveStartKey' | 'ConsistentRead'>,
  after: ItemKey | undefined,
): Promise<{ readonly items: readonly Item[]; readonly next: ItemKey | undefined }> {
  const start = after === undefined ? {} : { ExclusiveStartKey: { ...after } }
  const { Items = [], LastEvaluatedKey } = await client.send(
    new ScanCommand({ ...scan, ConsistentRead: true, ...start }),
  )
  return { items: Items, next: itemKey(LastEvaluatedKey) }
}

/** The key in an item or a cursor. */
export function itemKey(item: Item | undefined): ItemKey | undefined {
  const { pk, sk } = item ?? {}
  return typeof pk === 'string' && typeof sk === 'string' ? { pk, sk } : undefined
}
