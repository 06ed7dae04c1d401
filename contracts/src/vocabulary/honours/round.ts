import { z } from 'zod'
import { CityCode, ProvinceCode } from '../divisions/divisions.ts'
import { RoundId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'
import { HonourCode } from './honourCodes.ts'

/** 法定依据: without one a round cannot open (创建示范活动管理办法, 2022). */
export const LegalBasis = z.object({
  regime: z.enum(['creation-demonstration', 'commendation']),
  /** 主办单位 */
  issuer: line({ min: 2, max: 60 }),
  /** 批准文号或保留项目目录条目 */
  approvalReference: line({ min: 2, max: 80 }),
})
export type LegalBasis = z.infer<typeof LegalBasis>

/** 申报轮次: one honour × level × year, with its window and the places left for each city. */
export const Round = z.object({
  id: RoundId,
  province: ProvinceCode,
  honour: HonourCode,
  name: z.string().min(1).max(80),
  year: z.int().min(2000).max(2100),
  opensOn: PlainDate,
  closesOn: PlainDate,
  noticeWorkingDays: z.int().min(1).max(30),
  /** 有效期, in years from the day of naming; null: no end. */
  validYears: z.int().min(1).max(20).nullable(),
  legalBasis: LegalBasis,
  /** 名额 per city; a city that is not listed has none. */
  quotas: z.array(z.object({ city: CityCode, cityName: z.string(), places: z.int().min(0).max(10000) })),
  updatedAt: Instant,
})
export type Round = z.infer<typeof Round>
