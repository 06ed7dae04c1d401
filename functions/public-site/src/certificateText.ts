import type { TitleToday } from '@anjie/contracts/vocabulary/publicRecords'
import { certificateContent } from '@anjie/domain/honours/certificateContent'

/**
 * The line of text over which the certificate's SHA-256 is taken, shown so that anybody can compute it: the printed
 * fields as JSON, names in alphabetical order, without spaces.
 */
export const certificateText = (title: TitleToday): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(certificateContent(title)).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
