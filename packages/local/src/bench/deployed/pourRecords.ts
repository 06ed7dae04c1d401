import { inParallel } from '@anjie/kernel'
import type { Item } from '@anjie/store/tables'
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** What one BatchWriteItem takes. */
const BATCH = 25
const AT_ONCE = 4

/** Writes items into a records table as they are; its stream tells the projector of them as of any others. */
export async function pourRecords(
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly Item[],
): Promise<void> {
  const batches: (readonly Item[])[] = []
  for (let from = 0; from < items.length; from += BATCH) batches.push(items.slice(from, from + BATCH))
  await inParallel(batches, AT_ONCE, async (batch) => {
    let RequestItems = { [table]: batch.map((item) => ({ PutRequest: { Item: { ...item } } })) }
    while ((RequestItems[table]?.length ?? 0) > 0) {
      const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems }))
      RequestItems = { [table]: (UnprocessedItems[table] ?? []) as never }
    }
  })
}
