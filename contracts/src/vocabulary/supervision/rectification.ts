import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CityCode, CountyCode, Level, ProvinceCode } from '../divisions/divisions.ts'
import { MeasureId, RectificationId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { Evidence } from '../submissions/submission.ts'
import { UnitKind } from '../units/unitKind.ts'
import { MeasureKind } from './measure.ts'

/** issued 待签收 → acknowledged 整改中 → reported 待核查 → closed 已销号, or returned 退回整改 for another round. */
export const RECTIFICATION_STATUSES = ['issued', 'acknowledged', 'reported', 'returned', 'closed', 'cancelled'] as const
export const RectificationStatus = z.enum(RECTIFICATION_STATUSES)
export type RectificationStatus = z.infer<typeof RectificationStatus>

export const RECTIFICATION_ACTIONS = ['report', 'check', 'ask-time', 'answer-time'] as const
export const RectificationAction = z.enum(RECTIFICATION_ACTIONS)
export type RectificationAction = z.infer<typeof RectificationAction>

/** 核查四项: 事实清楚、问题解决、程序合法、手续完备 (督查办结标准); one that fails sends it back. */
export const CLOSING_CHECKS = ['facts', 'solution', 'lawfulness', 'form'] as const
export const ClosingCheck = z.enum(CLOSING_CHECKS)
export type ClosingCheck = z.infer<typeof ClosingCheck>
export const ClosingChecks = z.strictObject({
  facts: z.boolean(),
  solution: z.boolean(),
  lawfulness: z.boolean(),
  form: z.boolean(),
})
export type ClosingChecks = z.infer<typeof ClosingChecks>

export const MAX_ROUNDS = 20
export const MAX_ROUND_FILES = 6

export const RectificationFile = Evidence.omit({ item: true })
export type RectificationFile = z.infer<typeof RectificationFile>

/** One round: what was reported until when, and what came of it. */
export const RectificationRound = z.object({
  number: z.int().min(1),
  dueOn: PlainDate,
  files: z.array(RectificationFile).max(MAX_ROUND_FILES),
  report: Hand.extend({ text: z.string() }).optional(),
  check: Hand.extend({ checks: ClosingChecks, text: z.string() }).optional(),
})
export type RectificationRound = z.infer<typeof RectificationRound>

/** 整改: of one problem, from its issue to its closing. */
export const Rectification = z.object({
  id: RectificationId,
  measureId: MeasureId,
  number: z.int().min(1),
  problem: z.string(),
  repeated: z.literal(true).optional(),
  kind: MeasureKind,
  matter: z.string(),
  level: Level,
  issuer: z.union([CountyCode, CityCode, ProvinceCode]),
  issuerName: z.string(),
  documentNumber: z.string().optional(),
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  unitId: UnitId.optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  townshipName: z.string().optional(),
  status: RectificationStatus,
  issuedOn: PlainDate,
  workingDays: z.int().min(1),
  dueOn: PlainDate,
  rounds: z.array(RectificationRound).min(1).max(MAX_ROUNDS),
  /** 延期: asked for before the due day; an unanswered one leaves the first day standing. */
  moreTime: Hand.extend({
    until: PlainDate,
    reason: z.string(),
    answer: Hand.extend({ granted: z.boolean(), reason: z.string() }).optional(),
  }).optional(),
  /** The first due day that passed without a report. */
  overdueOn: PlainDate.optional(),
  /** Who reported; they do not close. */
  reportedBy: z.array(z.string()),
  closedOn: PlainDate.optional(),
  updatedAt: Instant,
})
export type Rectification = z.infer<typeof Rectification>
