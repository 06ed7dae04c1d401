import { calendarWith } from '@anjie/calendar-cn/calendarWith'
import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import {
  DEMO_PROVINCE,
  type PublicMethodSummary,
  type PublicNoticeSummary,
  type PublicTitle,
  type PublicTitleEvent,
  type PublicUnit,
  type TitleToday,
} from '@anjie/contracts/vocabulary/publicRecords'
import { type TitleHolder, titleHolders } from '@anjie/domain/honours/titleHolder'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import { type Catalogue, catalogueOf } from './catalogue/catalogue.ts'
import type { PublicReader } from './publicReader.ts'
import { timedCache } from './timedCache.ts'

/** Together with the pages' own minute this keeps a withdrawn entry visible for a minute and a half at most. */
const KEPT_MILLISECONDS = 30_000

/** What pages ask for, kept for half a minute in this process. */
export interface PublicData {
  catalogue(): Promise<Catalogue>
  /** Newest first. */
  notices(): Promise<readonly PublicNoticeSummary[]>
  /** By year, the newest first; then by province and number. */
  methods(): Promise<readonly PublicMethodSummary[]>
  /** By which a province's working days are counted. */
  calendarOf(province: string): Promise<WorkingCalendar>
  /** Name of the made-up province, when it publishes here. */
  demoProvince(): Promise<string | undefined>
  findTitle(
    titleId: string,
  ): Promise<{ readonly title: TitleToday; readonly events: readonly PublicTitleEvent[] } | undefined>
  findCertificate(serial: string): Promise<TitleToday | undefined>
  readonly findNotice: PublicReader['findNotice']
  readonly findMethod: PublicReader['findMethod']
}

export function publicData(reader: PublicReader, now: () => string): PublicData {
  const cache = timedCache(now, KEPT_MILLISECONDS)
  const provinces = () => cache.get('provinces', () => reader.provinces())
  const ofEveryProvince = async <T>(read: (province: string) => Promise<readonly T[]>): Promise<readonly T[]> =>
    (await Promise.all((await provinces()).map(({ code }) => read(code)))).flat()
  const unitsOf = (province: string) =>
    cache.get(`units ${province}`, async () =>
      titleHolders((await reader.unitsOf(province)).map((unit) => ({ ...unit, id: unit.unitId }))),
    )
  /** With what became of its unit since it was named. */
  const asToday = async (title: PublicTitle): Promise<TitleToday> => withUnit(title, await unitsOf(title.province))
  return {
    catalogue: () =>
      cache.get('catalogue', async () => {
        const [titles, readings] = await Promise.all([
          ofEveryProvince(async (code) => {
            const [named, units] = await Promise.all([reader.titlesOf(code), unitsOf(code)])
            return named.map((title) => withUnit(title, units))
          }),
          ofEveryProvince(async (code) => (await reader.findReadings(code))?.readings ?? []),
        ])
        return catalogueOf(titles, readings)
      }),
    notices: () =>
      cache.get('notices', async () => (await ofEveryProvince((code) => reader.noticesOf(code))).toSorted(newestFirst)),
    methods: () =>
      cache.get('methods', async () => (await ofEveryProvince((code) => reader.methodsOf(code))).toSorted(newestYear)),
    calendarOf: (province) =>
      cache.get(`calendar ${province}`, async () => calendarWith((await reader.findCalendar(province))?.plans ?? [])),
    demoProvince: async () => (await provinces()).find(({ code }) => code === DEMO_PROVINCE)?.name,
    findTitle: (titleId) =>
      cache.get(`title ${titleId}`, async () => {
        const found = await reader.findTitle(titleId)
        return found === undefined ? undefined : { ...found, title: await asToday(found.title) }
      }),
    findCertificate: (serial) =>
      cache.get(`certificate ${serial}`, async () => {
        const title = await reader.findCertificate(serial)
        return title === undefined ? undefined : asToday(title)
      }),
    findMethod: (schemeId) => cache.get(`method ${schemeId}`, () => reader.findMethod(schemeId)),
    findNotice: (batchId) => cache.get(`notice ${batchId}`, () => reader.findNotice(batchId)),
  }
}

function withUnit(
  title: PublicTitle,
  holderOf: (title: PublicTitle) => TitleHolder<PublicUnit> | undefined,
): TitleToday {
  const holder = holderOf(title)
  if (holder === undefined) return title
  const { kind, name, parentName, endedOn } = holder.unit
  // A list's spelling of the same name is no other name.
  const nameNow = unitNameKey(name, kind) === unitNameKey(title.unitName, kind) ? title.unitName : name
  if (holder.sure) return { ...title, unitNow: { name: nameNow, endedOn } }
  return endedOn === undefined ? title : { ...title, namesake: { parentName, endedOn } }
}

function newestFirst(a: PublicNoticeSummary, b: PublicNoticeSummary): number {
  if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? 1 : -1
  return a.batchId < b.batchId ? 1 : -1
}

function newestYear(a: PublicMethodSummary, b: PublicMethodSummary): number {
  if (a.year !== b.year) return b.year - a.year
  return a.schemeId < b.schemeId ? -1 : 1
}
