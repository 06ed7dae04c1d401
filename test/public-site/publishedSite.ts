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
import { createPublicSite } from '@anjie/function-public-site/createPublicSite'
import type { PublicReader } from '@anjie/function-public-site/publicReader'
import type { PublicSiteOptions } from '@anjie/function-public-site/siteOptions'
import { unpackSheet } from '@anjie/projections/public/sheets/packedSheet'
import { unpackIndex } from '@anjie/projections/public/sheets/sheetIndex'
import { publicKeys } from '@anjie/projections/publicKeys'
import { z } from 'zod'
import { deliver, deliveriesOf } from '../projector/deliver.ts'
import { type MemoryProjectionTables, memoryProjectionTables } from '../projector/memoryProjectionTables.ts'
import type { SampleFact } from '../projector/sampleFacts.ts'

const bodyText = (body: unknown, name: string): string | undefined =>
  z.record(z.string(), z.string()).optional().parse(body)?.[name]
const packedIn = (body: unknown): Uint8Array => z.object({ packed: z.instanceof(Uint8Array) }).parse(body).packed

/** Reads what the projector put into tables in memory, as the site reads the public table. */
export function readerOf(tables: MemoryProjectionTables): PublicReader {
  const rows = (pk: string): { sk: string; body: unknown }[] =>
    tables.publicNow(pk).flatMap(({ sk, body }) => (body === undefined ? [] : [{ sk, body }]))
  const one = (key: { pk: string; sk: string }): unknown => rows(key.pk).find(({ sk }) => sk === key.sk)?.body
  return {
    provinces: async () => rows(publicKeys.provinces).map(({ body }) => PublicProvince.parse(body)),
    findCalendar: async (province) => PublicCalendar.optional().parse(one(publicKeys.calendar(province))),
    findReadings: async (province) => PublicReadings.optional().parse(one(publicKeys.readings(province))),
    sheetStamp: async (province) => bodyText(one(publicKeys.sheetStamp(province)), 'stamp'),
    sheetsOf: async (province) =>
      rows(publicKeys.sheets(province)).map(({ body }) => PublicSheet.parse(unpackSheet(packedIn(body)))),
    sheetIndexes: async (province, kind) =>
      new Map(
        rows(publicKeys.sheetIndexes(province, kind)).map(({ sk, body }) => {
          const { of } = z.object({ of: z.string() }).parse(body)
          return [sk.slice(0, 6), { of, bits: unpackIndex(packedIn(body), kind) ?? new Uint8Array() }] as const
        }),
      ),
    sheetPart: async (county, digest) => {
      const body = one(publicKeys.sheetPart(county, digest))
      return body === undefined ? undefined : packedIn(body)
    },
    unitsOf: async (county) => {
      const { pk, sk: start } = publicKeys.unitsOfCounty(county)
      return rows(pk).flatMap(({ sk, body }) => (sk.startsWith(start) ? [PublicUnit.parse(body)] : []))
    },
    noticesOf: async (province) =>
      rows(publicKeys.notices(province)).map(({ body }) => PublicNoticeSummary.parse(body)),
    findCertificate: async (serial) => PublicCertificate.optional().parse(one(publicKeys.certificate(serial))),
    findSigned: async (serial) => Certificate.optional().parse(one(publicKeys.certificatePayload(serial))),
    logSize: async (province) =>
      z
        .object({ size: z.int() })
        .optional()
        .parse(one(publicKeys.log(province)))?.size ?? 0,
    logPage: async (province, number) => {
      const body = one(publicKeys.logPage(province, number))
      return body === undefined ? undefined : z.array(z.string()).parse(unpackSheet(packedIn(body)))
    },
    logTiles: async (province, level, from, count) =>
      rows(publicKeys.logTiles(province, level, from))
        .filter(({ sk }) => sk >= publicKeys.logTile(province, level, from).sk)
        .slice(0, count)
        .map(({ body }) => LogSubtree.parse(body).hash),
    logHeads: async (province, limit, before = '9') =>
      rows(publicKeys.logHeads(province))
        .filter(({ sk }) => sk < before)
        .toReversed()
        .slice(0, limit)
        .map(({ body }) => LogHead.parse(body)),
    findLogHead: async (province, day) => LogHead.optional().parse(one(publicKeys.logHead(province, day))),
    logLinesOf: async (recordId) =>
      rows(publicKeys.logLinesOf(recordId)).map(({ body }) => z.object({ line: z.int() }).parse(body).line),
    signingKeys: async (province) => rows(publicKeys.signingKeys(province)).map(({ body }) => SigningKey.parse(body)),
    findNotice: async (batchId) => {
      const notice = one(publicKeys.notice(batchId))
      if (notice === undefined) return undefined
      return {
        notice: PublicNotice.parse(notice),
        results: rows(publicKeys.noticePage(batchId))
          .filter(({ sk }) => sk.startsWith('OBJECTION#'))
          .map(({ body }) => PublicObjectionResult.parse(body)),
      }
    },
    findObjection: async (statusKey) => PublicObjectionStatus.optional().parse(one(publicKeys.objection(statusKey))),
    countsOf: async (province) => rows(publicKeys.counts(province)).map(({ body }) => PublicCounts.parse(body)),
    dutyCoverageOf: async (province) =>
      rows(publicKeys.dutyCoverages(province)).map(({ body }) => PublicDutyCoverage.parse(body)),
    listingsOf: async (province) => rows(publicKeys.listings(province)).map(({ body }) => PublicListing.parse(body)),
    methodsOf: async (province) =>
      rows(publicKeys.methods(province)).map(({ body }) => PublicMethodSummary.parse(body)),
    findMethod: async (schemeId) => {
      const method = one(publicKeys.method(schemeId))
      if (method === undefined) return undefined
      return {
        method: PublicMethod.parse(method),
        nodes: rows(publicKeys.methodPage(schemeId))
          .filter(({ sk }) => sk.startsWith('PART#'))
          .flatMap(({ body }) => PublicMethodPart.parse(body).nodes),
        results: rows(publicKeys.methodPage(schemeId))
          .filter(({ sk }) => sk.startsWith('RESULT#'))
          .map(({ body }) => PublicResult.parse(body)),
      }
    },
    unitPage: async (unitId) => {
      const under = (prefix: string) =>
        rows(publicKeys.unitPage(unitId)).flatMap(({ sk, body }) => (sk.startsWith(prefix) ? [body] : []))
      return {
        unit: PublicUnit.optional().parse(under('UNIT#')[0]),
        titles: z.array(PublicTitle).parse(under('TITLE#')),
        changes: z.array(PublicUnitChange).parse(under('CHANGE#')),
        objections: z.array(PublicUnitObjection).parse(under('OBJECTION#')),
      }
    },
    titlesNamed: async (unit) => rows(publicKeys.namedPage(unit)).map(({ body }) => PublicTitle.parse(body)),
    findTitle: async (titleId) => {
      const title = one(publicKeys.title(titleId))
      if (title === undefined) return undefined
      return {
        title: PublicTitle.parse(title),
        events: rows(publicKeys.titlePage(titleId))
          .filter(({ sk }) => sk.startsWith('EVENT#'))
          .map(({ body }) => PublicTitleEvent.parse(body)),
      }
    },
  }
}

export const ORIGIN = 'https://gongkai.example.cn'

/** The site over what these facts publish, on the morning of 20 November 2026 in Beijing unless another time is given. */
export async function siteOf(facts: readonly SampleFact[], options: Partial<PublicSiteOptions> = {}) {
  const tables = memoryProjectionTables()
  const { batchItemFailures } = await deliver(deliveriesOf(facts), tables)
  if (batchItemFailures.length > 0) throw new Error('the facts of this test cannot be projected')
  return createPublicSite({
    reader: readerOf(tables),
    publicOrigin: ORIGIN,
    now: () => '2026-11-20T01:00:00.000Z',
    ...options,
  })
}

export type Site = Awaited<ReturnType<typeof siteOf>>

export const textOf = async (site: Site, path: string): Promise<string> => (await site.request(path)).text()
