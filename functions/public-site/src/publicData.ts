import { calendarWith } from '@anjie/calendar-cn/calendarWith'
import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import {
  DEMO_PROVINCE,
  type PublicCertificate,
  type PublicCounts,
  type PublicDutyCoverage,
  type PublicListing,
  type PublicMethodSummary,
  type PublicNoticeSummary,
  type PublicTitle,
  type PublicTitleEvent,
  type TitleToday,
} from '@anjie/contracts/vocabulary/publicRecords'
import { titlesToday } from '@anjie/projections/public/titleToday'
import { type Catalogue, catalogueOf } from './catalogue/catalogue.ts'
import { keptParts } from './catalogue/keptParts.ts'
import { findUnit, type UnitToday } from './findUnit.ts'
import type { PublicReader } from './publicReader.ts'
import { timedCache } from './timedCache.ts'

/** Together with the pages' own minute this keeps a withdrawn entry visible for a minute and a half at most. */
const KEPT_MILLISECONDS = 30_000
/** As long as no sheet changes, an index stays; one that was read a moment too early does not stay for ever. */
const KEPT_INDEX_MILLISECONDS = 15 * 60_000

/** What is behind a number today; of a certificate that was corrected, what it said. */
export type CertificateToday = TitleToday & Pick<PublicCertificate, 'correctedTo' | 'correctedOn'>

/** What pages ask for, kept for half a minute in this process. */
export interface PublicData {
  catalogue(): Promise<Catalogue>
  /** Newest first. */
  notices(): Promise<readonly PublicNoticeSummary[]>
  /** By year, the newest first; then by province and number. */
  /** 户数公布, the newest year first. */
  counts(): Promise<readonly PublicCounts[]>
  /** 岗位覆盖情况, by place. */
  dutyCoverage(): Promise<readonly PublicDutyCoverage[]>
  /** 挂牌督办, the newest first. */
  listings(): Promise<readonly PublicListing[]>
  methods(): Promise<readonly PublicMethodSummary[]>
  /** By which a province's working days are counted. */
  calendarOf(province: string): Promise<WorkingCalendar>
  /** Name of the made-up province, when it publishes here. */
  demoProvince(): Promise<string | undefined>
  findTitle(
    titleId: string,
  ): Promise<{ readonly title: TitleToday; readonly events: readonly PublicTitleEvent[] } | undefined>
  /** 一户一页: a registered unit by its number, or the unit that a title names. */
  findUnit(unitOrTitleId: string): Promise<UnitToday | undefined>
  findCertificate(serial: string): Promise<CertificateToday | undefined>
  /** Whether a number has its signed certificate, and on which lines of the log its title stands, from 1. */
  signedUnder(
    serial: string,
    titleId: string,
  ): Promise<{ readonly isSigned: boolean; readonly lines: readonly number[] }>
  /** The province whose log this is, and how many lines it has; undefined before the first one. */
  log(): Promise<{ readonly province: string; readonly size: number } | undefined>
  readonly findNotice: PublicReader['findNotice']
  readonly findMethod: PublicReader['findMethod']
  /** Never kept: whoever asks waits for news. */
  readonly findObjection: PublicReader['findObjection']
}

export function publicData(reader: PublicReader, now: () => string): PublicData {
  const cache = timedCache(now, KEPT_MILLISECONDS)
  const provinces = () => cache.get('provinces', () => reader.provinces())
  const ofEveryProvince = async <T>(read: (province: string) => Promise<readonly T[]>): Promise<readonly T[]> =>
    (await Promise.all((await provinces()).map(({ code }) => read(code)))).flat()
  const todayIn = (county: string) =>
    cache.get(`units ${county}`, async () => titlesToday(await reader.unitsOf(county)))
  /** With what became of its unit since it was named. */
  const asToday = async (title: PublicTitle): Promise<TitleToday> => (await todayIn(title.county))(title)

  const findTitle = (titleId: string) =>
    cache.get(`title ${titleId}`, async () => {
      const found = await reader.findTitle(titleId)
      return found === undefined ? undefined : { ...found, title: await asToday(found.title) }
    })

  const parts = keptParts((county, digest) => reader.sheetPart(county, digest))
  let made: { readonly stamps: string; readonly catalogue: Catalogue } | undefined
  /** Nothing is read again but the stamps, as long as no sheet has changed. */
  const catalogue = async (): Promise<Catalogue> => {
    const codes = (await provinces()).map(({ code }) => code)
    const [stamps, readings] = await Promise.all([
      Promise.all(codes.map(async (code) => [code, await reader.sheetStamp(code)])),
      Promise.all(codes.map(async (code) => (await reader.findReadings(code))?.readings ?? [])),
    ])
    const seen = JSON.stringify([stamps, readings])
    if (made?.stamps !== seen) {
      const sheets = (await Promise.all(codes.map((code) => reader.sheetsOf(code)))).flat()
      parts.keepOnly(sheets)
      const indexes = timedCache(now, KEPT_INDEX_MILLISECONDS)
      made = {
        stamps: seen,
        catalogue: catalogueOf(sheets, {
          parts,
          readings: readings.flat(),
          indexes: (kind) =>
            indexes.get(
              kind,
              async () =>
                new Map(
                  (await Promise.all(codes.map((code) => reader.sheetIndexes(code, kind)))).flatMap((each) => [
                    ...each,
                  ]),
                ),
            ),
        }),
      }
    }
    return made.catalogue
  }
  return {
    catalogue: () => cache.get('catalogue', catalogue),
    notices: () =>
      cache.get('notices', async () => (await ofEveryProvince((code) => reader.noticesOf(code))).toSorted(newestFirst)),
    counts: () =>
      cache.get('counts', async () =>
        (await ofEveryProvince((code) => reader.countsOf(code))).toSorted(
          (a, b) => b.year - a.year || (a.county < b.county ? -1 : 1),
        ),
      ),
    dutyCoverage: () =>
      cache.get('duty-coverage', async () =>
        (await ofEveryProvince((code) => reader.dutyCoverageOf(code))).toSorted((a, b) =>
          a.county < b.county ? -1 : 1,
        ),
      ),
    listings: () =>
      cache.get('listings', async () =>
        (await ofEveryProvince((code) => reader.listingsOf(code))).toSorted((a, b) =>
          a.publishedOn < b.publishedOn ? 1 : a.publishedOn > b.publishedOn ? -1 : a.id < b.id ? -1 : 1,
        ),
      ),
    methods: () =>
      cache.get('methods', async () => (await ofEveryProvince((code) => reader.methodsOf(code))).toSorted(newestYear)),
    calendarOf: (province) =>
      cache.get(`calendar ${province}`, async () => calendarWith((await reader.findCalendar(province))?.plans ?? [])),
    demoProvince: async () => (await provinces()).find(({ code }) => code === DEMO_PROVINCE)?.name,
    findTitle,
    findUnit: (id) => cache.get(`unit ${id}`, () => findUnit({ reader, findTitle, todayIn }, id)),
    findCertificate: (serial) =>
      cache.get(`certificate ${serial}`, async () => {
        const found = await reader.findCertificate(serial)
        if (found === undefined) return undefined
        const { correctedTo, correctedOn, ...title } = found
        return { ...(await asToday(title)), ...(correctedTo === undefined ? {} : { correctedTo, correctedOn }) }
      }),
    signedUnder: (serial, titleId) =>
      cache.get(`signed ${serial}`, async () => {
        const [signed, lines] = await Promise.all([reader.findSigned(serial), reader.logLinesOf(titleId)])
        return { isSigned: signed !== undefined, lines: lines.map((line) => line + 1).toSorted((a, b) => a - b) }
      }),
    log: () =>
      cache.get('log', async () => {
        const codes = (await provinces()).map(({ code }) => code)
        const sizes = await Promise.all(codes.map((code) => reader.logSize(code)))
        const at = sizes.findIndex((size) => size > 0)
        const [province, size] = [codes[at], sizes[at]]
        return province === undefined || size === undefined ? undefined : { province, size }
      }),
    findMethod: (schemeId) => cache.get(`method ${schemeId}`, () => reader.findMethod(schemeId)),
    findObjection: (statusKey) => reader.findObjection(statusKey),
    findNotice: (batchId) => cache.get(`notice ${batchId}`, () => reader.findNotice(batchId)),
  }
}

function newestFirst(a: PublicNoticeSummary, b: PublicNoticeSummary): number {
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? 1 : -1
  return a.batchId < b.batchId ? 1 : -1
}

function newestYear(a: PublicMethodSummary, b: PublicMethodSummary): number {
  if (a.year !== b.year) return b.year - a.year
  return a.schemeId < b.schemeId ? -1 : 1
}
