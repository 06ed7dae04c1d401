import type { ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { CertificateSerial } from '@anjie/contracts/vocabulary/ids'
import type { HonourType } from './honourType.ts'

/**
 * 证书编号: province, honour, year of the decision, running number without gaps, and four characters drawn at random, so that
 * whoever holds one certificate cannot try its neighbours.
 */
export const certificateSerial = (
  province: ProvinceCode,
  type: HonourType,
  year: number,
  number: number,
  checkCode: string,
): CertificateSerial =>
  // The parts are checked where they come from; the brand is given to their one composition.
  `平安${province}-${type.certificateLetters}-${year}-${String(number).padStart(4, '0')}-${checkCode}` as CertificateSerial
