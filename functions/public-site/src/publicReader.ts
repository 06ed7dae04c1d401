import type {
  PublicCalendar,
  PublicMethod,
  PublicMethodNode,
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

/** All that the public site can read. Nothing in it knows of people, cases or figures. */
export interface PublicReader {
  provinces(): Promise<readonly PublicProvince[]>
  /** Years that the province's office loaded; undefined when it loaded none. */
  findCalendar(province: string): Promise<PublicCalendar | undefined>
  /** 地名读音 that the province's office added. */
  findReadings(province: string): Promise<PublicReadings | undefined>
  titlesOf(province: string): Promise<readonly PublicTitle[]>
  /** Units that were renamed, merged or dissolved. */
  unitsOf(province: string): Promise<readonly PublicUnit[]>
  /** A title with its history, oldest first. */
  findTitle(
    titleId: string,
  ): Promise<{ readonly title: PublicTitle; readonly events: readonly PublicTitleEvent[] } | undefined>
  /** The title behind a certificate number. */
  findCertificate(serial: string): Promise<PublicTitle | undefined>
  noticesOf(province: string): Promise<readonly PublicNoticeSummary[]>
  findNotice(batchId: string): Promise<PublicNotice | undefined>
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
