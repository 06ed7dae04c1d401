import type { CertificateSerial } from '@anjie/contracts/vocabulary/ids'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { namingCode, namingLevel } from '../divisions/namingLevel.ts'

const LEVEL_MARKS = { county: '县', city: '市', province: '' } as const

/**
 * 证书编号: who names (`平安99`, `平安市9901`, `平安县990101`), honour, year of the decision, running number without gaps, and four characters drawn at random, so that
 * whoever holds one certificate cannot try its neighbours.
 */
export const certificateSerial = (
  batchId: Batch['id'],
  letters: string,
  year: number,
  number: number,
  checkCode: string,
): CertificateSerial =>
  // The parts are checked where they come from; the brand is given to their one composition.
  `平安${LEVEL_MARKS[namingLevel(batchId)]}${namingCode(batchId)}-${letters}-${year}-${String(number).padStart(4, '0')}-${checkCode}` as CertificateSerial
