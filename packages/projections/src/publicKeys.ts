import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'
import { unitNameKey } from '@anjie/domain/units/unitNameKey'
import type { IndexKind } from './public/sheets/sheetIndex.ts'

/** What a list calls a unit by. */
export interface ListedUnit {
  readonly county: string
  readonly unitKind: UnitKind
  readonly townshipName?: string | undefined
  readonly unitName: string
}

/** A key of the public table. */
export interface PublicKey {
  readonly pk: string
  readonly sk: string
}

const padded = (number: number): string => String(number).padStart(10, '0')

/** Every key format of the public table; every part ends with its delimiter. */
export const publicKeys = {
  provinces: 'PROVINCES#',
  province: (province: string): PublicKey => ({ pk: 'PROVINCES#', sk: `${province}#` }),
  calendar: (province: string): PublicKey => ({ pk: `CALENDAR#${province}#`, sk: 'CALENDAR#' }),
  readings: (province: string): PublicKey => ({ pk: `READINGS#${province}#`, sk: 'READINGS#' }),
  titleRow: (county: string, titleId: string): PublicKey => ({
    pk: `TITLES#${provinceCodeOf(county)}#`,
    sk: `${county}#${titleId}#`,
  }),
  titlesOfCounty: (county: string): PublicKey => ({ pk: `TITLES#${provinceCodeOf(county)}#`, sk: `${county}#` }),
  /** The title itself and its history lie in one partition and are read together. */
  titlePage: (titleId: string): string => `TITLE#${titleId}#`,
  title: (titleId: string): PublicKey => ({ pk: `TITLE#${titleId}#`, sk: 'TITLE#' }),
  titleEvent: (titleId: string, version: number): PublicKey => ({
    pk: `TITLE#${titleId}#`,
    sk: `EVENT#${String(version).padStart(8, '0')}#`,
  }),
  /** 一户一页: all titles of a unit, what became of it and what objections about it came to. */
  unitPage: (unitId: string): string => `UNITPAGE#${unitId}#`,
  unitNow: (unitId: string): PublicKey => ({ pk: publicKeys.unitPage(unitId), sk: 'UNIT#' }),
  unitChange: (unitId: string, version: number): PublicKey => ({
    pk: publicKeys.unitPage(unitId),
    sk: `CHANGE#${String(version).padStart(8, '0')}#`,
  }),
  unitObjection: (unitId: string, objectionId: string): PublicKey => ({
    pk: publicKeys.unitPage(unitId),
    sk: `OBJECTION#${objectionId}#`,
  }),
  /** A title of a list that names no registered unit lies under the name that it is called by there. */
  namedPage: (unit: ListedUnit): string =>
    `NAMEDPAGE#${[unit.county, unit.unitKind, unitNameKey(unit.townshipName ?? '', 'township'), unitNameKey(unit.unitName, unit.unitKind)].map((part) => part.replaceAll('#', '')).join('#')}#`,
  titleOfUnit: (title: ListedUnit & { readonly unitId?: string | undefined }, titleId: string): PublicKey => ({
    pk: title.unitId === undefined ? publicKeys.namedPage(title) : publicKeys.unitPage(title.unitId),
    sk: `TITLE#${titleId}#`,
  }),
  /** 县级名录 of a province, a row for each county that has titles. */
  sheets: (province: string): string => `SHEETS#${province}#`,
  sheet: (county: string): PublicKey => ({ pk: `SHEETS#${provinceCodeOf(county)}#`, sk: `${county}#` }),
  /** Another value with every sheet of the province that changed. */
  sheetStamp: (province: string): PublicKey => ({ pk: `SHEETSTAMP#${province}#`, sk: 'SHEETSTAMP#' }),
  sheetParts: (county: string): string => `SHEET#${county}#`,
  /** By what is in it, so that a reader who has the sheet of a moment ago finds its parts as they were. */
  sheetPart: (county: string, digest: string): PublicKey => ({ pk: `SHEET#${county}#`, sk: `${digest}#` }),
  /** 县级检索目录 of a province, a row for each county; of each kind by itself, because a search asks for one or two. */
  sheetIndexes: (province: string, kind: IndexKind): string => `SHEETINDEX#${province}#${kind}#`,
  sheetIndex: (county: string, kind: IndexKind): PublicKey => ({
    pk: publicKeys.sheetIndexes(provinceCodeOf(county), kind),
    sk: `${county}#`,
  }),
  unitRow: (province: string, unitId: string): PublicKey => ({ pk: `UNITS#${province}#`, sk: `${unitId}#` }),
  /** The beginning of the keys of a county's units. */
  unitsOfCounty: (county: string): PublicKey => ({ pk: `UNITS#${provinceCodeOf(county)}#`, sk: `${county}.` }),
  certificate: (serial: string): PublicKey => ({ pk: `CERTIFICATE#${serial}#`, sk: 'CERTIFICATE#' }),
  certificatePayload: (serial: string): PublicKey => ({ pk: `CERTIFICATE#${serial}#`, sk: 'PAYLOAD#' }),
  /** 公开日志: how long it is, its pages, and the roots of its full tiles by level and, 256 together, by number. */
  log: (province: string): PublicKey => ({ pk: `LOG#${province}#`, sk: 'LOG#' }),
  logPage: (province: string, number: number): PublicKey => ({ pk: `LOG#${province}#`, sk: `PAGE#${padded(number)}#` }),
  logTiles: (province: string, level: number, index: number): string =>
    `LOGTILES#${province}#${level}#${Math.floor(index / 256)}#`,
  logTile: (province: string, level: number, index: number): PublicKey => ({
    pk: publicKeys.logTiles(province, level, index),
    sk: `${padded(index)}#`,
  }),
  logHeads: (province: string): string => `LOGHEADS#${province}#`,
  logHead: (province: string, day: string): PublicKey => ({ pk: `LOGHEADS#${province}#`, sk: `${day}#` }),
  /** Where the lines about a record stand in the log. */
  logLinesOf: (recordId: string): string => `LOGGED#${recordId}#`,
  logLineOf: (recordId: string, factId: string): PublicKey => ({ pk: `LOGGED#${recordId}#`, sk: `${factId}#` }),
  signingKeys: (province: string): string => `KEYS#${province}#`,
  signingKey: (province: string, kid: string): PublicKey => ({ pk: `KEYS#${province}#`, sk: `${kid}#` }),
  /** 户数公布 of a province, a row for each county, honour and year. */
  counts: (province: string): string => `COUNTS#${province}#`,
  countsRow: (province: string, recordId: string): PublicKey => ({ pk: `COUNTS#${province}#`, sk: `${recordId}#` }),
  notices: (province: string): string => `NOTICES#${province}#`,
  /** By batch and not by date: a notice that starts again moves its date, and must not leave an old line behind. */
  noticeRow: (province: string, batchId: string): PublicKey => ({ pk: `NOTICES#${province}#`, sk: `${batchId}#` }),
  notice: (batchId: string): PublicKey => ({ pk: `NOTICE#${batchId}#`, sk: 'NOTICE#' }),
  /** The notice itself and the results of objections to it lie in one partition and are read together. */
  noticePage: (batchId: string): string => `NOTICE#${batchId}#`,
  noticeObjection: (batchId: string, objectionId: string): PublicKey => ({
    pk: `NOTICE#${batchId}#`,
    sk: `OBJECTION#${objectionId}#`,
  }),
  /** By the digest of number and code, so that nobody finds it who does not have both. */
  objection: (statusKey: string): PublicKey => ({ pk: `OBJECTION#${statusKey}#`, sk: 'OBJECTION#' }),
  dutyCoverages: (province: string): string => `DUTY#${province}#`,
  dutyCoverage: (province: string, county: string): PublicKey => ({ pk: `DUTY#${province}#`, sk: `${county}#` }),
  listings: (province: string): string => `LISTINGS#${province}#`,
  listing: (province: string, id: string): PublicKey => ({ pk: `LISTINGS#${province}#`, sk: `${id}#` }),
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
