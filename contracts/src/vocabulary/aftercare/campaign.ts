import { z } from 'zod'
import { CountyCode, Level } from '../divisions/divisions.ts'
import { HonourCode } from '../honours/honourCodes.ts'
import { CampaignId, TitleId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line } from '../text.ts'

export const CAMPAIGN_STATUSES = ['frozen', 'opening', 'running'] as const
export const CampaignStatus = z.enum(CAMPAIGN_STATUSES)
export type CampaignStatus = z.infer<typeof CampaignStatus>

/** So many titles are listed at most; more are taken year by year. */
export const MAX_CAMPAIGN = 1000

export const CampaignContent = z.strictObject({
  name: line({ min: 4, max: 60, tooShort: '请写明复核名称' }),
  honour: HonourCode,
  /** 命名年度; without it all years. */
  year: z.int().min(1990).max(2100).optional(),
  /** 依据 */
  basis: line({ min: 4, max: 120, tooShort: '请写明复核依据' }),
  /** 全部复核, or some that are drawn. */
  mode: z.enum(['all', 'draw']),
  /** 自查截止日 */
  selfCheckBy: PlainDate,
})
export type CampaignContent = z.infer<typeof CampaignContent>

export const ListedTitle = z.object({
  titleId: TitleId,
  unitName: z.string(),
  county: CountyCode,
  countyName: z.string(),
})
export type ListedTitle = z.infer<typeof ListedTitle>

/** 复核批次 of who conferred the titles: its list is frozen first; who is drawn follows from list and seed. */
export const Campaign = CampaignContent.extend({
  id: CampaignId,
  level: Level,
  jurisdictionName: z.string(),
  honourName: z.string(),
  status: CampaignStatus,
  list: z.array(ListedTitle).min(1).max(MAX_CAMPAIGN),
  /** SHA-256 of the list's title ids, one a line, in order. */
  listHash: z.string(),
  draw: z.object({ seed: z.string(), count: z.int(), drawn: z.array(TitleId), at: Instant, by: z.string() }).optional(),
  /** 未予复核: ended, or in a re-check already, when its turn came. */
  skipped: z.array(z.object({ titleId: TitleId, unitName: z.string(), reason: z.string() })),
  opened: z.int().min(0),
  createdBy: z.string(),
  updatedAt: Instant,
})
export type Campaign = z.infer<typeof Campaign>
