import type { PartReader } from '@anjie/projections/released/releasedDocuments'
import { FACT_SK_PREFIX, partSk, recordPk } from '@anjie/store/keys'
import { unpack } from '@anjie/store/packed'
import { type DynamoDBDocumentClient, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'

/** A fact as it lies in the records table, not unpacked yet, so that one that cannot be read harms no other. */
export interface StoredFact {
  /** `<partition key><sort key>`: enough to find it again. */
  readonly id: string
  readonly read: () => unknown
}

/** The fact in an item of the records table or in the image of a stream record; undefined for any other item. */
export function storedFact(item: Readonly<Record<string, unknown>>): StoredFact | undefined {
  const { pk, sk, fact } = item
  if (typeof pk !== 'string' || typeof sk !== 'string' || !sk.startsWith(FACT_SK_PREFIX)) return undefined
  return { id: `${pk}${sk}`, read: () => unpack(fact) }
}

/** Every fact of the table. A record's facts lie in one partition in the order of their versions. */
export async function* allFacts(client: DynamoDBDocumentClient, tableName: string): AsyncIterable<StoredFact> {
  let from: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        FilterExpression: 'begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':prefix': FACT_SK_PREFIX },
        ...(from === undefined ? {} : { ExclusiveStartKey: from }),
      }),
    )
    for (const item of page.Items ?? []) {
      const stored = storedFact(item)
      if (stored !== undefined) yield stored
    }
    from = page.LastEvaluatedKey
  } while (from !== undefined)
}

/** Reads the parts of records: a score run's receipts. */
export const partReader =
  (client: DynamoDBDocumentClient, tableName: string): PartReader =>
  async (kind, id, name) => {
    const pk = recordPk(kind, id)
    if (pk === undefined) return undefined
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key: { pk, sk: partSk(name) }, ConsistentRead: true }),
    )
    return Item === undefined ? undefined : unpack(Item['part'])
  }
