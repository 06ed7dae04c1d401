import { Certificate } from '@anjie/contracts/vocabulary/honours/certificate'
import { LogHead, LogSubtree, SigningKey } from '@anjie/contracts/vocabulary/public-log/publicLog'
import {
  PublicCalendar,
  PublicCertificate,
  PublicCounts,
  PublicDutyCoverage,
  PublicListing,
  PublicMethod,
  PublicMethodPart,
  PublicMethodSummary,
  PublicNotice,
  PublicNoticeSummary,
  PublicObjectionResult,
  PublicObjectionStatus,
  PublicProvince,
  PublicReadings,
  PublicResult,
  PublicSheet,
  PublicTitle,
  PublicTitleEvent,
  PublicUnit,
  PublicUnitChange,
  PublicUnitObjection,
} from '@anjie/contracts/vocabulary/publicRecords'
import { unpackSheet } from '@anjie/projections/public/sheets/packedSheet'
import { unpackIndex } from '@anjie/projections/public/sheets/sheetIndex'
import { publicKeys } from '@anjie/projections/publicKeys'
import { type DynamoDBDocumentClient, GetCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { z } from 'zod'
import type { PublicReader } from './publicReader.ts'

type Item = Readonly<Record<string, unknown>>

const Size = z.object({ size: z.int() })
const Line = z.object({ line: z.int() })
const Lines = z.array(z.string())

interface Shape<T> {
  safeParse(body: unknown): { readonly success: true; readonly data: T } | { readonly success: false }
}

/** An attribute of a body that no shape describes, because it is ours alone: a stamp, or what is packed. */
const partOf = (body: unknown, name: 'stamp' | 'packed' | 'digest' | 'of'): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined

const packedIn = (body: unknown): Uint8Array | undefined => {
  const packed = partOf(body, 'packed')
  return packed instanceof Uint8Array ? packed : undefined
}

/** A sheet's item with what is packed in it; one that cannot be unpacked stays as it is, and is told of as unreadable. */
function unpacked(item: Item): Item {
  try {
    return { ...item, body: unpackSheet(packedIn(item['body']) ?? new Uint8Array()) }
  } catch {
    return item
  }
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
  const bodiesOf = async (pk: string, { strongly = false, skPrefix = '' } = {}): Promise<readonly Item[]> => {
    const items: Item[] = []
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        ConsistentRead: strongly,
        KeyConditionExpression: skPrefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ...(skPrefix === '' ? {} : { ':sk': skPrefix }) },
      },
    )
    for await (const { Items = [] } of pages) items.push(...Items)
    return items.filter((item) => item['body'] !== undefined)
  }

  const bodyAt = async (key: { pk: string; sk: string }): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName: tableName, Key: key }))).Item?.['body']

  /** By their digests, so that of a hundred and eighty only those that changed are parsed again. */
  const parsedSheets = new Map<string, ReadonlyMap<string, PublicSheet>>()

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
    sheetStamp: async (province) => {
      const stamp = partOf(await bodyAt(publicKeys.sheetStamp(province)), 'stamp')
      return typeof stamp === 'string' ? stamp : undefined
    },
    // Read strongly, because it is read again only when the stamp changes, which is written after them.
    sheetsOf: async (province) => {
      const items = await bodiesOf(publicKeys.sheets(province), { strongly: true })
      const before = parsedSheets.get(province)
      const now = new Map<string, PublicSheet>()
      for (const item of items) {
        const name = String(partOf(item['body'], 'digest'))
        const sheet = before?.get(name) ?? readable([unpacked(item)], PublicSheet)[0]
        if (sheet !== undefined) now.set(name, sheet)
      }
      parsedSheets.set(province, now)
      return [...now.values()]
    },
    sheetIndexes: async (province, kind) =>
      new Map(
        (await bodiesOf(publicKeys.sheetIndexes(province, kind))).flatMap(({ sk, body }) => {
          const packed = packedIn(body)
          const bits = packed === undefined ? undefined : unpackIndex(packed, kind)
          const of = partOf(body, 'of')
          return bits === undefined || typeof of !== 'string' ? [] : [[String(sk).slice(0, 6), { of, bits }] as const]
        }),
      ),
    sheetPart: async (county, digest) => packedIn(await bodyAt(publicKeys.sheetPart(county, digest))),
    unitsOf: async (county) => {
      const { pk, sk } = publicKeys.unitsOfCounty(county)
      return readable(await bodiesOf(pk, { skPrefix: sk }), PublicUnit)
    },
    noticesOf: async (province) => readable(await bodiesOf(publicKeys.notices(province)), PublicNoticeSummary),
    findCertificate: async (serial) => PublicCertificate.optional().parse(await bodyAt(publicKeys.certificate(serial))),
    findSigned: async (serial) => Certificate.optional().parse(await bodyAt(publicKeys.certificatePayload(serial))),
    logSize: async (province) => Size.optional().parse(await bodyAt(publicKeys.log(province)))?.size ?? 0,
    logPage: async (province, number) => {
      const packed = packedIn(await bodyAt(publicKeys.logPage(province, number)))
      return packed === undefined ? undefined : Lines.parse(unpackSheet(packed))
    },
    logTiles: async (province, level, from, count) => {
      const { pk, sk } = publicKeys.logTile(province, level, from)
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND sk >= :sk',
          ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
          Limit: count,
        }),
      )
      return Items.map(({ body }) => LogSubtree.parse(body).hash)
    },
    logHeads: async (province, limit, before = '9') => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND sk < :sk',
          ExpressionAttributeValues: { ':pk': publicKeys.logHeads(province), ':sk': before },
          ScanIndexForward: false,
          Limit: limit,
        }),
      )
      return readable(Items, LogHead)
    },
    findLogHead: async (province, day) => LogHead.optional().parse(await bodyAt(publicKeys.logHead(province, day))),
    logLinesOf: async (recordId) =>
      readable(await bodiesOf(publicKeys.logLinesOf(recordId)), Line).map(({ line }) => line),
    signingKeys: async (province) => readable(await bodiesOf(publicKeys.signingKeys(province)), SigningKey),
    findNotice: async (batchId) => {
      const items = await bodiesOf(publicKeys.noticePage(batchId))
      const { sk } = publicKeys.notice(batchId)
      const notice = items.find((item) => item['sk'] === sk)
      if (notice === undefined) return undefined
      return {
        notice: PublicNotice.parse(notice['body']),
        results: readable(
          items.filter((item) => item['sk'] !== sk),
          PublicObjectionResult,
        ),
      }
    },
    findObjection: async (statusKey) =>
      PublicObjectionStatus.optional().parse(await bodyAt(publicKeys.objection(statusKey))),
    countsOf: async (province) => readable(await bodiesOf(publicKeys.counts(province)), PublicCounts),
    dutyCoverageOf: async (province) =>
      readable(await bodiesOf(publicKeys.dutyCoverages(province)), PublicDutyCoverage),
    listingsOf: async (province) => readable(await bodiesOf(publicKeys.listings(province)), PublicListing),
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
    unitPage: async (unitId) => {
      const items = await bodiesOf(publicKeys.unitPage(unitId))
      const under = (prefix: string) => items.filter(({ sk }) => String(sk).startsWith(prefix))
      return {
        unit: readable(under('UNIT#'), PublicUnit)[0],
        titles: readable(under('TITLE#'), PublicTitle),
        changes: readable(under('CHANGE#'), PublicUnitChange),
        objections: readable(under('OBJECTION#'), PublicUnitObjection),
      }
    },
    titlesNamed: async (unit) => readable(await bodiesOf(publicKeys.namedPage(unit)), PublicTitle),
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
