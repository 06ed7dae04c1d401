import { z } from 'zod'
import { CatalogueItemId, SchemeId } from '../ids.ts'
import { Instant } from '../plainDate.ts'
import { DataItem } from '../schemes/scheme.ts'
import { SchemeStatus } from '../schemes/schemeRecord.ts'
import { line, lines } from '../text.ts'
import { CatalogueCode } from './catalogueCode.ts'

const { unit, period, filledBy, supplier, sourceSystem, rollUp, overTime, absentMeans, min, max, digits } =
  DataItem.shape

/** What an item of the catalogue says, in the words of a scheme's 数据项, so that a scheme copies it as it stands. */
export const CatalogueContent = z.strictObject({
  name: line({ min: 2, max: 80 }),
  unit,
  /** 口径 */
  definition: lines({ min: 2, max: 500, tooShort: '请写明口径：统计什么、从哪天到哪天、包括和不包括什么' }),
  period,
  filledBy,
  supplier,
  sourceSystem,
  rollUp,
  overTime,
  absentMeans,
  min,
  max,
  digits,
  /** 归口处室: who answers for the definition. */
  owner: line({ min: 2, max: 60 }),
})
export type CatalogueContent = z.infer<typeof CatalogueContent>

/** Why two items are taken for one question. */
export const DOUBLE_REASONS = ['same-name', 'same-definition', 'near-name'] as const
export const DoubleReason = z.enum(DOUBLE_REASONS)
export type DoubleReason = z.infer<typeof DoubleReason>

/** 疑似重复: another item that seems to ask the same. */
export const CatalogueDouble = z.object({
  code: CatalogueCode,
  name: z.string(),
  unit: z.string(),
  definition: z.string(),
  why: DoubleReason,
})
export type CatalogueDouble = z.infer<typeof CatalogueDouble>

export const CATALOGUE_STATUSES = ['current', 'ended'] as const
export const CatalogueStatus = z.enum(CATALOGUE_STATUSES)
export type CatalogueStatus = z.infer<typeof CatalogueStatus>

/** 数据目录项: the newest edition stands in it; each edition lies beside it as a record of its own and never changes. */
export const CatalogueItem = z.object({
  id: CatalogueItemId,
  code: CatalogueCode,
  status: CatalogueStatus,
  /** Number of the newest edition, from 1. */
  edition: z.int().min(1),
  content: CatalogueContent,
  /** 并存理由: why it stands beside items that seem to ask the same, and which those were. */
  apart: z.object({ from: z.array(CatalogueCode).max(10), because: line({ min: 2, max: 200 }) }).optional(),
  endedFor: line({ min: 2, max: 200 }).optional(),
  updatedAt: Instant,
})
export type CatalogueItem = z.infer<typeof CatalogueItem>

/** 目录版本: id `<province>.<code>.<edition>`. */
export const CatalogueEdition = z.object({
  code: CatalogueCode,
  edition: z.int().min(1),
  content: CatalogueContent,
  /** Why it was changed; the first edition has none. */
  reason: line({ max: 200 }).optional(),
  since: Instant,
})
export type CatalogueEdition = z.infer<typeof CatalogueEdition>

/** 被引用: one scheme that took an edition of the item. */
export const CatalogueUse = z.object({
  schemeId: SchemeId,
  name: z.string(),
  year: z.int(),
  status: SchemeStatus,
  edition: z.int().min(1),
  /** The item's code in that scheme. */
  item: z.string(),
})
export type CatalogueUse = z.infer<typeof CatalogueUse>
