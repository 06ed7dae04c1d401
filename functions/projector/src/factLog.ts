import { factOf } from '@anjie/contracts/facts/readFact'
import { firstOf } from '@anjie/kernel'
import type { PartReader } from '@anjie/projections/partReader'
import type { UnreadFact } from '@anjie/projections/readFact'
import { storedFactOf } from '@anjie/store/factItem'
import { stateAfter } from '@anjie/store/history'
import { FACT_SK_PREFIX, partKeys, recordPk, STATE_SK } from '@anjie/store/keys'
import { unpack } from '@anjie/store/packed'
import { isOfKnownKind } from '@anjie/store/stateItem'
import { type DynamoDBDocumentClient, GetCommand, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import type { ItemKey } from './projectionTables.ts'
import { itemKey, scanPage } from './scanPage.ts'

type Item = Readonly<Record<string, unknown>>
/** An item of the records table, whatever it holds. */
export type LoggedItem = Item

/** A fact of the log, not read yet, so that one that cannot be read harms no other. */
export interface LoggedFact {
  /** `<partition key><sort key>`: enough to find it again. */
  readonly id: string
  readonly read: () => UnreadFact
}

/**
 * Facts with the record's states before and after them, from items of the records table. Those of one record come one after the
 * other in the order of their versions; the reduction goes on from item to item and needs one record's state at a time.
 */
export async function* factsIn(items: AsyncIterable<Item> | Iterable<Item>): AsyncIterable<LoggedFact> {
  let record: { pk: string; version: number; state: unknown; fault?: unknown } | undefined
  for await (const item of items) {
    const { pk, sk } = item
    if (typeof pk !== 'string' || typeof sk !== 'string' || !sk.startsWith(FACT_SK_PREFIX)) continue
    // A kind of record that this version does not know yet.
    if (!isOfKnownKind({ pk })) continue
    if (record?.pk !== pk) record = { pk, version: 0, state: undefined }
    const current = record
    const before = current.state
    try {
      const fact = storedFactOf(item)
      // A fact of version 1 carries its state; any other starts from the one before it.
      if (fact.schemaVersion !== 1) {
        if (fact.version !== current.version + 1)
          throw new Error(`fact ${current.version + 1} of the record is missing`)
        if (current.fault !== undefined) throw current.fault
      }
      const after = stateAfter(before, fact)
      Object.assign(current, { state: after, version: fact.version, fault: undefined })
      yield { id: `${pk}${sk}`, read: () => ({ fact: factOf(fact), before, after }) }
    } catch (fault) {
      // What follows on a fact that cannot be read has no state to start from.
      current.fault ??= fault
      current.version += 1
      yield {
        id: `${pk}${sk}`,
        read: () => {
          throw fault
        },
      }
    }
  }
}

/** Items that are looked at in one step: some seconds of a function's time. */
const SCANNED_AT_ONCE = 1000

/**
 * The facts after a place in the table, a page of it. The record at the end of a page is read to its last fact, because its states are
 * worked out one from the other; what it gains later is the stream's, and is passed over when the next page begins within it.
 */
export const factPages =
  (client: DynamoDBDocumentClient, TableName: string) =>
  async (after: ItemKey | undefined): Promise<{ items: AsyncIterable<Item>; next: ItemKey | undefined }> => {
    const scan = {
      TableName,
      Limit: SCANNED_AT_ONCE,
      FilterExpression: 'begins_with(sk, :fact)',
      ExpressionAttributeValues: { ':fact': FACT_SK_PREFIX },
    }
    const page = await scanPage(client, scan, after)
    const passed = after?.sk.startsWith(FACT_SK_PREFIX) === true ? after.pk : undefined
    const items = page.items.filter((item) => item['pk'] !== passed)
    const last = page.next
    if (last === undefined || !last.sk.startsWith(FACT_SK_PREFIX)) return { items: oneAfterTheOther(items), next: last }
    const isOwn = last.pk !== passed
    const rest = isOwn ? await restOfRecord(client, TableName, last) : []
    const end = itemKey(rest.at(-1)) ?? last
    return { items: oneAfterTheOther([...items, ...rest]), next: end }
  }

async function* oneAfterTheOther(items: readonly Item[]): AsyncIterable<Item> {
  yield* items
}

/** The facts of a record after one of them. */
async function restOfRecord(client: DynamoDBDocumentClient, TableName: string, { pk, sk }: ItemKey): Promise<Item[]> {
  const query = {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': sk, ':to': `${FACT_SK_PREFIX}~` },
  }
  const items: Item[] = []
  for await (const page of paginateQuery({ client }, query)) items.push(...(page.Items ?? []))
  return items.filter((item) => item['sk'] !== sk)
}

/** Every fact and every state; those of one record lie together, the state last. */
export const allHistoryItems = (client: DynamoDBDocumentClient, tableName: string): AsyncIterable<Item> =>
  scanned(client, tableName, 'begins_with(sk, :fact) OR sk = :state', { ':fact': FACT_SK_PREFIX, ':state': STATE_SK })

async function* scanned(
  client: DynamoDBDocumentClient,
  TableName: string,
  FilterExpression: string,
  ExpressionAttributeValues: Record<string, string>,
): AsyncIterable<Item> {
  const scan = { TableName, ConsistentRead: true, FilterExpression, ExpressionAttributeValues }
  for await (const { Items = [] } of paginateScan({ client }, scan)) yield* Items
}

/** Everything in one partition of the records table, as it is now. */
export const partitionReader =
  (client: DynamoDBDocumentClient, tableName: string) =>
  async (pk: string): Promise<readonly Item[]> => {
    const query = {
      TableName: tableName,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }
    const items: Item[] = []
    for await (const page of paginateQuery({ client }, query)) items.push(...(page.Items ?? []))
    return items
  }

/** Reads one item of the records table. */
export const itemReader =
  (client: DynamoDBDocumentClient, tableName: string) =>
  async ({ pk, sk }: { readonly pk: string; readonly sk: string }): Promise<Item | undefined> =>
    (await client.send(new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true }))).Item

/** Reads the parts of records: a score run's receipts. */
export const partReader =
  (readItem: ReturnType<typeof itemReader>): PartReader =>
  async (kind, id, { name, content }) => {
    const pk = recordPk(kind, id)
    const item = pk === undefined ? undefined : await firstOf(partKeys(kind, pk, name), readItem)
    return item === undefined ? undefined : content.parse(unpack(item['part']))
  }
