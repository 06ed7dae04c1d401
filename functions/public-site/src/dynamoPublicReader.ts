import {
  PublicCalendar,
  PublicMethod,
  PublicMethodPart,
  PublicMethodSummary,
  PublicNotice,
  PublicNoticeSummary,
  PublicProvince,
  PublicReadings,
  PublicResult,
  PublicTitle,
  PublicTitleEvent,
  PublicUnit,
} from '@anjie/contracts/vocabulary/publicRecords'
import { publicKeys } from '@anjie/projections/publicKeys'
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { PublicReader } from './publicReader.ts'

type Item = Readonly<Record<string, unknown>>

interface Shape<T> {
  safeParse(body: unknown): { readonly success: true; readonly data: T } | { readonly success: false }
}

/**
 * Reads the public table. Every row is parsed by its shape, which drops whatever the allow-list does not name, even if it
 * had been written by mistake. Items without a body are markers of what was taken out. A row that does not have its shape is
 * left out and told of by its key: one broken line must not take the list of a province down.
 */
export function dynamoPublicReader(
  client: DynamoDBDocumentClient,
  tableName: string,
  onUnreadable: (row: string) => void,
): PublicReader {
  const bodiesOf = async (pk: string): Promise<readonly Item[]> => {
    const query = {
      TableName: tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }
    const items: Item[] = []
    for await (const page of paginateQuery({ client }, query)) items.push(...(page.Items ?? []))
    return items.filter((item) => item['body'] !== undefined)
  }

  const bodyAt = async (key: { pk: string; sk: string }): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName: tableName, Key: key }))).Item?.['body']

  const readable = <T>(items: readonly Item[], shape: Shape<T>): T[] =>
    items.flatMap((item) => {
      const read = shape.safeParse(item['body'])
      if (read.success) return [read.data]
      onUnreadable(`${String(item['pk'])}${String(item['sk'])}`)
      return []
    })

  return {
    provinces: async () => readable(await bodiesOf(publicKeys.provinces), PublicProvince),
    findCalendar: async (province) => PublicCalendar.optional().parse(await bodyAt(publicKeys.calendar(province))),
    findReadings: async (province) => PublicReadings.optional().parse(await bodyAt(publicKeys.readings(province))),
    titlesOf: async (province) => readable(await bodiesOf(publicKeys.titles(province)), PublicTitle),
    unitsOf: async (province) => readable(await bodiesOf(publicKeys.units(province)), PublicUnit),
    noticesOf: async (province) => readable(await bodiesOf(publicKeys.notices(province)), PublicNoticeSummary),
    findCertificate: async (serial) => PublicTitle.optional().parse(await bodyAt(publicKeys.certificate(serial))),
    findNotice: async (batchId) => PublicNotice.optional().parse(await bodyAt(publicKeys.notice(batchId))),
    methodsOf: async (province) => readable(await bodiesOf(publicKeys.methods(province)), PublicMethodSummary),
    findMethod: async (schemeId) => {
      // The partition's rows come in the order of their keys: the method, then its parts by number, then its results.
      const items = await bodiesOf(publicKeys.methodPage(schemeId))
      const { sk } = publicKeys.method(schemeId)
      const method = items.find((item) => item['sk'] === sk)
      if (method === undefined) return undefined
      const results = publicKeys.methodResult(schemeId, '').sk.slice(0, -1)
      const isResult = (item: Item): boolean => String(item['sk']).startsWith(results)
      return {
        method: PublicMethod.parse(method['body']),
        nodes: items
          .filter((item) => item['sk'] !== sk && !isResult(item))
          .flatMap((item) => PublicMethodPart.parse(item['body']).nodes),
        results: readable(items.filter(isResult), PublicResult),
      }
    },
    findTitle: async (titleId) => {
      const items = await bodiesOf(publicKeys.titlePage(titleId))
      const { sk } = publicKeys.title(titleId)
      const title = items.find((item) => item['sk'] === sk)
      if (title === undefined) return undefined
      return {
        title: PublicTitle.parse(title['body']),
        events: readable(
          items.filter((item) => item['sk'] !== sk),
          PublicTitleEvent,
        ),
      }
    },
  }
}
