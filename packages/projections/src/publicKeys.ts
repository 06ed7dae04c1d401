import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
/** A key of the public table. */
export interface PublicKey {
  readonly pk: string
  readonly sk: string
}

/** Every key format of the public table; every part ends with its delimiter. */
export const publicKeys = {
  provinces: 'PROVINCES#',
  province: (province: string): PublicKey => ({ pk: 'PROVINCES#', sk: `${province}#` }),
  calendar: (province: string): PublicKey => ({ pk: `CALENDAR#${province}#`, sk: 'CALENDAR#' }),
  readings: (province: string): PublicKey => ({ pk: `READINGS#${province}#`, sk: 'READINGS#' }),
  titles: (province: string): string => `TITLES#${province}#`,
  titleRow: (county: string, titleId: string): PublicKey => ({
    pk: `TITLES#${provinceCodeOf(county)}#`,
    sk: `${county}#${titleId}#`,
  }),
  /** The title itself and its history lie in one partition and are read together. */
  titlePage: (titleId: string): string => `TITLE#${titleId}#`,
  title: (titleId: string): PublicKey => ({ pk: `TITLE#${titleId}#`, sk: 'TITLE#' }),
  titleEvent: (titleId: string, version: number): PublicKey => ({
    pk: `TITLE#${titleId}#`,
    sk: `EVENT#${String(version).padStart(8, '0')}#`,
  }),
  units: (province: string): string => `UNITS#${province}#`,
  unitRow: (province: string, unitId: string): PublicKey => ({ pk: `UNITS#${province}#`, sk: `${unitId}#` }),
  certificate: (serial: string): PublicKey => ({ pk: `CERTIFICATE#${serial}#`, sk: 'CERTIFICATE#' }),
  notices: (province: string): string => `NOTICES#${province}#`,
  /** By batch and not by date: a notice that starts again moves its date, and must not leave an old line behind. */
  noticeRow: (province: string, batchId: string): PublicKey => ({ pk: `NOTICES#${province}#`, sk: `${batchId}#` }),
  notice: (batchId: string): PublicKey => ({ pk: `NOTICE#${batchId}#`, sk: 'NOTICE#' }),
  methods: (province: string): string => `METHODS#${province}#`,
  methodRow: (province: string, schemeId: string): PublicKey => ({ pk: `METHODS#${province}#`, sk: `${schemeId}#` }),
  /** The method, the rows of its indicators and its results lie in one partition and are read together. */
  methodPage: (schemeId: string): string => `METHOD#${schemeId}#`,
  method: (schemeId: string): PublicKey => ({ pk: `METHOD#${schemeId}#`, sk: 'METHOD#' }),
  methodPart: (schemeId: string, number: number): PublicKey => ({
    pk: `METHOD#${schemeId}#`,
    sk: `PART#${String(number).padStart(4, '0')}#`,
  }),
  methodResult: (schemeId: string, cycleId: string): PublicKey => ({
    pk: `METHOD#${schemeId}#`,
    sk: `RESULT#${cycleId}#`,
  }),
} as const
