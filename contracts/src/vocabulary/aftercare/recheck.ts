import { z } from 'zod'
import { CountyCode, Level } from '../divisions/divisions.ts'
import { Grade, TitleLevel } from '../honours/honourType.ts'
import { CampaignId, DocumentNumber, RecheckId, TitleId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { UnitKind } from '../units/unitKind.ts'
import { ENTERED_INCIDENTS, IncidentKind } from './incident.ts'

/**
 * 复核状态: self-check 待自查 → county-check, city-check 逐级复核 → decision 待决定; rectifying 黄牌, 限期整改; notified 拟撤销, 已告知 →
 * revocation 待撤销决定 → revoked 已撤销, 申诉期 → appealed 申诉复核 → closed.
 */
export const RECHECK_STATUSES = [
  'self-check',
  'county-check',
  'city-check',
  'decision',
  'rectifying',
  'notified',
  'revocation',
  'revoked',
  'appealed',
  'closed',
] as const
export const RecheckStatus = z.enum(RECHECK_STATUSES)
export type RecheckStatus = z.infer<typeof RecheckStatus>

export const RECHECK_ACTIONS = [
  'report',
  'check',
  'return',
  'take-up',
  'retain',
  'confirm-anew',
  'end',
  'warn',
  'report-mended',
  'lift',
  'propose-revocation',
  'answer',
  'revoke',
  'appeal',
  'uphold',
  'reverse',
] as const
export const RecheckAction = z.enum(RECHECK_ACTIONS)
export type RecheckAction = z.infer<typeof RecheckAction>

/** 复核结论 (省文明单位复查通报, 湖南2019): 保留, 重新认定, 恢复 after a yellow card, 撤销, 自动终止; and a revocation that an appeal took back. */
export const RECHECK_OUTCOMES = ['retained', 'confirmed-anew', 'lifted', 'revoked', 'ended', 'reversed'] as const
export const RecheckOutcome = z.enum(RECHECK_OUTCOMES)
export type RecheckOutcome = z.infer<typeof RecheckOutcome>

/** What a level below proposes when it passes a case up. */
export const RECHECK_PROPOSALS = ['retain', 'confirm-anew', 'warn', 'revoke', 'end'] as const
export const RecheckProposal = z.enum(RECHECK_PROPOSALS)
export type RecheckProposal = z.infer<typeof RecheckProposal>

/** 撤销事由: what the rules of re-checks enumerate; nothing else costs a title. */
export const REVOCATION_GROUNDS = [
  ...ENTERED_INCIDENTS.filter((kind) => kind !== 'lapsed'),
  'rectification-failed',
  'lower-revoked',
] as const
export const RevocationGround = z.enum(REVOCATION_GROUNDS)
export type RevocationGround = z.infer<typeof RevocationGround>

/** By whose hand and when. */
export const Hand = z.object({ personId: z.string(), personName: z.string(), post: z.string(), at: Instant })
export type Hand = z.infer<typeof Hand>

export const RecheckCause = z.object({
  kind: z.union([IncidentKind, z.literal('campaign')]),
  text: z.string(),
  source: z.string(),
  on: PlainDate,
  /** Of the unit's incidents. */
  incident: z.int().optional(),
})
export type RecheckCause = z.infer<typeof RecheckCause>

export const MAX_CAUSES = 20

/** 复核 of one title, from its cause to its outcome; a revocation, the unit's answer and its appeal are steps of it. */
export const Recheck = z.object({
  id: RecheckId,
  titleId: TitleId,
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  townshipName: z.string().optional(),
  honour: z.string(),
  honourName: z.string(),
  titleLevel: TitleLevel,
  grade: Grade.optional(),
  year: z.int(),
  unitId: UnitId.optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  /** 决定级: who conferred the title; of one that was taken over from a public list the province. */
  keeper: Level,
  causes: z.array(RecheckCause).min(1).max(MAX_CAUSES),
  campaignId: CampaignId.optional(),
  campaignName: z.string().optional(),
  status: RecheckStatus,
  openedOn: PlainDate,
  /** Until when the present step is due. */
  dueOn: PlainDate.optional(),
  selfCheck: Hand.extend({ text: z.string() }).optional(),
  opinions: z
    .array(Hand.extend({ level: Level, jurisdictionName: z.string(), proposes: RecheckProposal, text: z.string() }))
    .max(40),
  returnReason: z.string().optional(),
  /** 黄牌: what is to be mended until when, and what the unit reported. */
  card: Hand.extend({
    on: PlainDate,
    mendBy: PlainDate,
    demands: z.string(),
    report: Hand.extend({ text: z.string() }).optional(),
    /** Nothing was reported until the day. */
    overdue: z.literal(true).optional(),
  }).optional(),
  /** 拟撤销: grounds and facts as they were told to the unit, its answer, the decision by another person, and the appeal. */
  revocation: Hand.extend({
    grounds: z.array(RevocationGround).min(1),
    facts: z.string(),
    answerBy: PlainDate,
    answer: Hand.extend({ text: z.string() }).optional(),
    decided: Hand.extend({
      documentNumber: DocumentNumber,
      on: PlainDate,
      reason: z.string(),
      appealBy: PlainDate,
      reapplyFrom: PlainDate,
    }).optional(),
    appeal: Hand.extend({ text: z.string(), answerBy: PlainDate }).optional(),
    appealDecided: Hand.extend({ outcome: z.enum(['upheld', 'reversed']), reason: z.string() }).optional(),
  }).optional(),
  outcome: RecheckOutcome.optional(),
  outcomeReason: z.string().optional(),
  /** 承继单位 of a body that is gone or was reorganised. */
  successors: z.array(z.string()).max(20).optional(),
  closedOn: PlainDate.optional(),
  /** Who wrote for the unit; they do not decide. */
  enteredBy: z.array(z.string()),
  updatedAt: Instant,
})
export type Recheck = z.infer<typeof Recheck>
