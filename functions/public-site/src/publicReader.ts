import type {
  PublicCalendar,
  PublicCounts,
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
} from '@anjie/contracts/vocabulary/publicRecords'

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
  /** Units of a county that were renamed, merged or dissolved. */
  unitsOf(county: string): Promise<readonly PublicUnit[]>
  /** A title with its history, oldest first. */
  findTitle(
    titleId: string,
  ): Promise<{ readonly title: PublicTitle; readonly events: readonly PublicTitleEvent[] } | undefined>
  /** The title behind a certificate number. */
  findCertificate(serial: string): Promise<PublicTitle | undefined>
  noticesOf(province: string): Promise<readonly PublicNoticeSummary[]>
  /** A notice with what came of objections to it. */
  findNotice(
    batchId: string,
  ): Promise<{ readonly notice: PublicNotice; readonly results: readonly PublicObjectionResult[] } | undefined>
  /** By the digest of number and code. */
  findObjection(statusKey: string): Promise<PublicObjectionStatus | undefined>
  /** 户数公布 of the province. */
  countsOf(province: string): Promise<readonly PublicCounts[]>
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
