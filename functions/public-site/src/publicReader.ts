import type { Certificate } from '@anjie/contracts/vocabulary/honours/certificate'
import type { LogHead, SigningKey } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type {
  PublicCalendar,
  PublicCertificate,
  PublicCounts,
  PublicDutyCoverage,
  PublicListing,
  PublicMethod,
  PublicMethodNode,
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
import type { IndexKind } from '@anjie/projections/public/sheets/sheetIndex'
import type { ListedUnit } from '@anjie/projections/publicKeys'

/** Which pieces occur in a county's sheet, and of which parts that was said. */
export interface SheetIndex {
  readonly of: string
  readonly bits: Uint8Array
}

export interface UnitPageRows {
  /** What became of it; undefined while it is as it was. */
  readonly unit: PublicUnit | undefined
  readonly titles: readonly PublicTitle[]
  /** Oldest first. */
  readonly changes: readonly PublicUnitChange[]
  readonly objections: readonly PublicUnitObjection[]
}

/** All that the public site can read. Nothing in it knows of people, cases or figures. */
export interface PublicReader {
  provinces(): Promise<readonly PublicProvince[]>
  /** Years that the province's office loaded; undefined when it loaded none. */
  findCalendar(province: string): Promise<PublicCalendar | undefined>
  /** 地名读音 that the province's office added. */
  findReadings(province: string): Promise<PublicReadings | undefined>
  /** Changes whenever a sheet of the province does; undefined where there is none. */
  sheetStamp(province: string): Promise<string | undefined>
  /** 县级名录 of the province, as they were written last. */
  sheetsOf(province: string): Promise<readonly PublicSheet[]>
  /** A part of a county's sheet as it is stored. */
  sheetPart(county: string, digest: string): Promise<Uint8Array | undefined>
  /** 县级检索目录 of one kind, by county. */
  sheetIndexes(province: string, kind: IndexKind): Promise<ReadonlyMap<string, SheetIndex>>
  /** Units of a county that were renamed, merged or dissolved. */
  unitsOf(county: string): Promise<readonly PublicUnit[]>
  /** A title with its history, oldest first. */
  findTitle(
    titleId: string,
  ): Promise<{ readonly title: PublicTitle; readonly events: readonly PublicTitleEvent[] } | undefined>
  /** All that lies on the page of a unit; of one that holds no title and was never changed nothing. */
  unitPage(unitId: string): Promise<UnitPageRows>
  /** Titles of lists that name no registered unit, under a name that such a unit may bear. */
  titlesNamed(unit: ListedUnit): Promise<readonly PublicTitle[]>
  /** The title behind a certificate number. */
  findCertificate(serial: string): Promise<PublicCertificate | undefined>
  /** The signed certificate under a number; it comes a minute after the title. */
  findSigned(serial: string): Promise<Certificate | undefined>
  /** How many lines the province's log has. */
  logSize(province: string): Promise<number>
  /** The lines of a page, as they are hashed. */
  logPage(province: string, number: number): Promise<readonly string[] | undefined>
  /** Roots of stored tiles of one level from a number on; so many as lie side by side in one group. */
  logTiles(province: string, level: number, from: number, count: number): Promise<readonly string[]>
  /** The newest signed heads, before a day where one is given. */
  logHeads(province: string, limit: number, before?: string): Promise<readonly LogHead[]>
  findLogHead(province: string, day: string): Promise<LogHead | undefined>
  /** Numbers (from 0) of the lines about a record. */
  logLinesOf(recordId: string): Promise<readonly number[]>
  /** Every key that has ever signed. */
  signingKeys(province: string): Promise<readonly SigningKey[]>
  noticesOf(province: string): Promise<readonly PublicNoticeSummary[]>
  /** A notice with what came of objections to it. */
  findNotice(
    batchId: string,
  ): Promise<{ readonly notice: PublicNotice; readonly results: readonly PublicObjectionResult[] } | undefined>
  /** By the digest of number and code. */
  findObjection(statusKey: string): Promise<PublicObjectionStatus | undefined>
  /** 户数公布 of the province. */
  countsOf(province: string): Promise<readonly PublicCounts[]>
  /** 岗位覆盖情况 of the province. */
  dutyCoverageOf(province: string): Promise<readonly PublicDutyCoverage[]>
  /** 挂牌督办 of the province. */
  listingsOf(province: string): Promise<readonly PublicListing[]>
  methodsOf(province: string): Promise<readonly PublicMethodSummary[]>
  /** A method with all of its indicators, in order, and the results that were published under it. */
  findMethod(schemeId: string): Promise<
    | {
        readonly method: PublicMethod
        readonly nodes: readonly PublicMethodNode[]
        readonly results: readonly PublicResult[]
      }
    | undefined
  >
}
