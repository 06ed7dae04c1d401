import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CityCode, CountyCode, Level, ProvinceCode } from '../divisions/divisions.ts'
import { BarSubject, OwnTerm } from '../honours/bar.ts'
import { DocumentNumber, MeasureId, NewDocumentNumber, RectificationId, RunId, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { line, lines } from '../text.ts'
import { UnitKind } from '../units/unitKind.ts'

/** 督导措施: 督导、暗访、调度、通报批评、约谈、黄牌警告、挂牌督办. */
export const MEASURE_KINDS = [
  'inspection',
  'covert',
  'dispatch',
  'circular',
  'interview',
  'yellow-card',
  'listing',
] as const
export const MeasureKind = z.enum(MEASURE_KINDS)
export type MeasureKind = z.infer<typeof MeasureKind>

/** 启动缘由: planned, a place in a league table, repeated findings, an incident. */
export const MEASURE_TRIGGERS = ['planned', 'league-table', 'repeated', 'incident'] as const
export const MeasureTrigger = z.enum(MEASURE_TRIGGERS)
export type MeasureTrigger = z.infer<typeof MeasureTrigger>

/** draft 待签发 → issued 办理中 → closed; contested 异议复核中; veto: a listing ended unsatisfied, and a person decides. */
export const MEASURE_STATUSES = ['draft', 'issued', 'contested', 'veto', 'closed', 'discarded', 'withdrawn'] as const
export const MeasureStatus = z.enum(MEASURE_STATUSES)
export type MeasureStatus = z.infer<typeof MeasureStatus>

export const MEASURE_ACTIONS = [
  'revise',
  'discard',
  'issue',
  'acknowledge',
  'contest',
  'uphold',
  'overturn',
  'publish',
  'lift',
  'veto',
  'spare',
  'withdraw',
] as const
export const MeasureAction = z.enum(MEASURE_ACTIONS)
export type MeasureAction = z.infer<typeof MeasureAction>

/** How it ended: taken note of, everything mended, lifted, the veto spared or given, or taken back after the target contested it. */
export const MEASURE_OUTCOMES = ['noted', 'rectified', 'lifted', 'vetoed', 'spared', 'overturned'] as const
export const MeasureOutcome = z.enum(MEASURE_OUTCOMES)
export type MeasureOutcome = z.infer<typeof MeasureOutcome>

export const MAX_PROBLEMS = 20
export const MAX_TARGETS = 40
export const MAX_DUE_WORKING_DAYS = 120

/** 问题: each has its own rectification, due so many working days after it was issued. */
export const FoundProblem = z.strictObject({
  text: line({ min: 4, max: 200, tooShort: '请写明问题，不少于4个字' }),
  workingDays: z.int('整改期限应为整数').min(1, '整改期限至少1个工作日').max(MAX_DUE_WORKING_DAYS),
  /** 反复出现: found before and not lastingly mended. */
  repeated: z.literal(true).optional(),
})
export type FoundProblem = z.infer<typeof FoundProblem>

/** What is drafted, for one target or for several at once. */
export const MeasureContent = z.strictObject({
  kind: MeasureKind,
  /** 事由 */
  matter: line({ min: 4, max: 80, tooShort: '请写明事由，不少于4个字' }),
  trigger: MeasureTrigger,
  /** 实施日期 */
  on: PlainDate,
  documentNumber: NewDocumentNumber.optional(),
  /** 参加人员, as posts and never as names. */
  participants: z.array(line({ min: 2, max: 30 })).max(12),
  /** 要求 */
  demands: lines({ min: 4, max: 1000, tooShort: '请写明要求' }),
  /** 期限: last day of a listing or a yellow card. */
  until: PlainDate.optional(),
  /** 向社会公布: its rule says that a listing and its lifting are made public. */
  isPublished: z.boolean(),
  problems: z.array(FoundProblem).max(MAX_PROBLEMS, `一次最多${MAX_PROBLEMS}个问题`),
  /** 限制申报: the rule of a yellow card or an interview says that it bars from honours, for how long, and which rule that is. */
  bars: OwnTerm.optional(),
})
export type MeasureContent = z.infer<typeof MeasureContent>

/** 督导台账的一条: one measure on one target, in the target's own county. */
export const Measure = z.object({
  id: MeasureId,
  /** One act, whatever number of targets it has: what they were drafted together by. */
  act: z.string(),
  /** 下发级 */
  level: Level,
  issuer: z.union([CountyCode, CityCode, ProvinceCode]),
  issuerName: z.string(),
  county: CountyCode,
  cityName: z.string(),
  countyName: z.string(),
  target: BarSubject,
  /** Of a registered unit; a county itself has none. */
  unitId: UnitId.optional(),
  unitName: z.string(),
  unitKind: UnitKind,
  townshipName: z.string().optional(),
  kind: MeasureKind,
  matter: z.string(),
  trigger: MeasureTrigger,
  on: PlainDate,
  documentNumber: DocumentNumber.optional(),
  participants: z.array(z.string()),
  demands: z.string(),
  until: PlainDate.optional(),
  isPublished: z.boolean(),
  problems: z.array(FoundProblem),
  bars: MeasureContent.shape.bars,
  /** 递进督导: the rule of the scheme that drafted it, and how the target stood in each of the tables that it asks for, the newest first. */
  escalated: z
    .object({
      rule: z.string(),
      tables: z.array(z.object({ run: RunId, name: z.string(), standing: z.string() })).min(1),
    })
    .optional(),
  rectifications: z.array(RectificationId),
  /** Problems that are not closed yet. */
  open: z.int().min(0),
  status: MeasureStatus,
  /** Whoever wrote it; what a rule drafted nobody did, until somebody changes it. */
  draftedBy: Hand.optional(),
  issuedBy: Hand.optional(),
  issuedOn: PlainDate.optional(),
  acknowledgedBy: Hand.optional(),
  /** Last day on which the target may contest it. */
  contestBy: PlainDate.optional(),
  contest: Hand.extend({
    text: z.string(),
    answerBy: PlainDate,
    answer: Hand.extend({ outcome: z.enum(['upheld', 'overturned']), reason: z.string() }).optional(),
  }).optional(),
  /** 公布期限 of a listing, and of its lifting. */
  publishBy: PlainDate.optional(),
  publishedOn: PlainDate.optional(),
  lifted: Hand.extend({
    on: PlainDate,
    reason: z.string(),
    publishBy: PlainDate.optional(),
    publishedOn: PlainDate.optional(),
  }).optional(),
  /** 否决程序: since when, and what was decided. */
  veto: z
    .object({
      since: PlainDate,
      decided: Hand.extend({ outcome: z.enum(['veto', 'spare']), reason: z.string() }).optional(),
    })
    .optional(),
  outcome: MeasureOutcome.optional(),
  closedOn: PlainDate.optional(),
  withdrawn: Hand.extend({ reason: z.string() }).optional(),
  updatedAt: Instant,
})
export type Measure = z.infer<typeof Measure>
