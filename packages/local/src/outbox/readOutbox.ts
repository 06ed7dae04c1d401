import { DIGEST_CHANNELS } from '@anjie/contracts/vocabulary/messages/digestChannel'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'
import { clientOptions } from '../emulator.ts'
import { demoDivisions } from '../seed/demoDivisions.ts'
import type { StackFacts } from '../stackFacts.ts'

const Kept = z.object({
  at: z.string(),
  channel: z.enum(DIGEST_CHANNELS),
  address: z.string(),
  subject: z.string(),
  lines: z.array(z.string()),
})

/** A letter as the local stage would have sent it. */
export type OutboxLetter = z.infer<typeof Kept> & { readonly key: string }

/** The letters of the local outbox, the newest first. */
export async function readOutbox({ endpoint, tables }: StackFacts): Promise<OutboxLetter[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientOptions(endpoint)))
  const letters: OutboxLetter[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: tables.records,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `P#${demoDivisions().province.code}#outbox#` },
    },
  )
  for await (const { Items = [] } of pages)
    for (const { sk, letter } of Items)
      letters.push({ ...Kept.parse(JSON.parse(String(letter))), key: String(sk).slice(0, -1) })
  return letters.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}
