import {
  PublicCalendar,
  PublicMethod,
  PublicMethodPart,
  PublicMethodSummary,
  PublicNotice,
  PublicNoticeSummary,
  PublicProvince,
  PublicTitle,
  PublicTitleEvent,
} from '@anjie/contracts/vocabulary/publicRecords'
import { publicKeys } from '@anjie/projections/publicKeys'
import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { PublicReader } from './publicReader.ts'

type Item = Readonly<Record<string, unknown>>

/**
 * Reads the public table. Every row is parsed by its shape, which drops whatever the allow-list does not name, even if it
 * had been written by mistake. Items without a body are markers of what was taken out.
 */
export function dynamoPublicReader(client: DynamoDBDocumentClient, tableName: string): PublicReader {
  const bodiesOf = async (pk: string): Promise<readonly Item[]> => {
    const items: Item[] = []
    let from: Record<string, unknown> | undefined
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        }),
      )
      items.push(...(page.Items ?? []))
      from = page.LastEvaluatedKey
    } while (from !== undefined)
    return items.filter((item) => item['body'] !== undefined)
  }

  const bodyAt = async (key: { pk: string; sk: string }): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName: tableName, Key: key }))).Item?.['body']

  return {
    provinces: async () => (await bodiesOf(publicKeys.provinces)).map((item) => PublicProvince.parse(item['body'])),
    findCalendar: async (province) => PublicCalendar.optional().parse(await bodyAt(publicKeys.calendar(province))),
    titlesOf: async (province) =>
      (await bodiesOf(publicKeys.titles(province))).map((item) => PublicTitle.parse(item['body'])),
    noticesOf: async (province) =>
      (await bodiesOf(publicKeys.notices(province))).map((item) => PublicNoticeSummary.parse(item['body'])),
    findCertificate: async (serial) => PublicTitle.optional().parse(await bodyAt(publicKeys.certificate(serial))),
    findNotice: async (batchId) => PublicNotice.optional().parse(await bodyAt(publicKeys.notice(batchId))),
    methodsOf: async (province) =>
      (await bodiesOf(publicKeys.methods(province))).map((item) => PublicMethodSummary.parse(item['body'])),
    findMethod: async (schemeId) => {
      // The partition's rows come in the order of their keys: the method, then its parts by number.
      const items = await bodiesOf(publicKeys.methodPage(schemeId))
      const { sk } = publicKeys.method(schemeId)
      const method = items.find((item) => item['sk'] === sk)
      if (method === undefined) return undefined
      return {
        method: PublicMethod.parse(method['body']),
        nodes: items.filter((item) => item['sk'] !== sk).flatMap((item) => PublicMethodPart.parse(item['body']).nodes),
      }
    },
    findTitle: async (titleId) => {
      const items = await bodiesOf(publicKeys.titlePage(titleId))
      const { sk } = publicKeys.title(titleId)
      const title = items.find((item) => item['sk'] === sk)
      if (title === undefined) return undefined
      return {
        title: PublicTitle.parse(title['body']),
        events: items.filter((item) => item['sk'] !== sk).map((item) => PublicTitleEvent.parse(item['body'])),
      }
    },
  }
}
