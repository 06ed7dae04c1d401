import type { Title } from '@anjie/contracts/vocabulary/honours/title'

/** What of a title stands on its certificate; the public site knows this much of it and no more. */
export type PrintedTitle = Pick<
  Title,
  | 'serial'
  | 'honourName'
  | 'level'
  | 'year'
  | 'unitName'
  | 'provinceName'
  | 'cityName'
  | 'countyName'
  | 'townshipName'
  | 'issuer'
  | 'documentNumber'
  | 'namedOn'
  | 'validUntil'
>

/**
 * Everything that a certificate prints, and nothing else: what its hash is taken over, and what a check compares. Later
 * changes of a title (re-check, revocation) are not printed on it and leave the hash as it is.
 */
export const certificateContent = (title: PrintedTitle) => ({
  serial: title.serial ?? null,
  honour: title.honourName,
  level: title.level,
  year: title.year,
  unit: title.unitName,
  province: title.provinceName,
  city: title.cityName,
  county: title.countyName,
  township: title.townshipName ?? null,
  issuer: title.issuer ?? null,
  documentNumber: title.documentNumber ?? null,
  namedOn: title.namedOn ?? null,
  validUntil: title.validUntil ?? null,
})
