import { z } from 'zod'
import { CityCode, CountyCode, ProvinceCode } from '../divisions/divisions.ts'
import { BasisId, RoundId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { HonourCode } from './honourCodes.ts'
import { Grade, HonourType, LowerTitle } from './honourType.ts'
import { Regime } from './legalBasis.ts'

/** 法定依据 of a round as it was when the round was opened: without one it cannot open (创建示范活动管理办法, 2022). */
export const LegalBasis = z.object({
  /** The record of it; rounds from before bases were records have none. */
  basisId: BasisId.optional(),
  regime: Regime,
  /** 主办单位 */
  issuer: line({ min: 2, max: 60 }),
  /** 批准文号或保留项目目录条目 */
  approvalReference: line({ min: 2, max: 80 }),
})
export type LegalBasis = z.infer<typeof LegalBasis>

/** Whom places are given to: a city, or in a round of a city or county a county. */
export const QuotaCode = z.string().regex(/^\d{4}([0-9A-Z]\d)?$/, '应为4位市级或6位县级区划')

/** 申报轮次: one honour × level × grade × year, with its window and places. Its level is that of the code in its id. */
export const Round = z.object({
  id: RoundId,
  province: ProvinceCode,
  honour: HonourCode,
  /** 等级, of a level that has several. */
  grade: Grade.optional(),
  /** The title below that a unit must hold; rounds from before ask for none. */
  after: LowerTitle.optional(),
  /** The type as it was when the round was opened: what is varied later does not change this round. */
  type: HonourType.optional(),
  name: z.string().min(1).max(80),
  year: z.int().min(2000).max(2100),
  opensOn: PlainDate,
  closesOn: PlainDate,
  noticeWorkingDays: z.int().min(1).max(30),
  /** Why the notice is shorter than usual. */
  noticeReason: line({ min: 2, max: 200 }).optional(),
  /** 有效期, in years from the day of naming; null: no end. */
  validYears: z.int().min(1).max(20).nullable(),
  legalBasis: LegalBasis,
  /** 名额 per city; a city that is not listed has none. */
  quotas: z.array(z.object({ city: CityCode, cityName: z.string(), places: z.int().min(0).max(10000) })),
  /** 名额 per county, of a round of a city or county. */
  countyQuotas: z
    .array(z.object({ county: CountyCode, countyName: z.string(), places: z.int().min(0).max(10000) }))
    .optional(),
  /** 最近一次变动, with its reason, as it is told. */
  lastChange: z
    .object({ kind: z.enum(['corrected', 'extended', 'closed-early']), reason: line({ min: 2, max: 200 }) })
    .optional(),
  /** 原截止日: last days that drafts of then still bear; the round's own is the one that counts. */
  formerCloses: z.array(PlainDate).max(40).optional(),
  updatedAt: Instant,
})
export type Round = z.infer<typeof Round>
