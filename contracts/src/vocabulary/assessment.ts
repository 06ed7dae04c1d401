import { z } from 'zod'
import { CountyCode, ProvinceCode } from './divisions.ts'
import { CycleId, RunId, SchemeId, SubmissionId } from './ids.ts'
import { Instant, PlainDate } from './plainDate.ts'
import { Scheme } from './scheme.ts'
import { FormValue } from './submission.ts'

/** 方案状态: draft → trial 试行 → in-force 施行 → closed 废止. Only a draft can be edited. */
export const SCHEME_STATUSES = ['draft', 'trial', 'in-force', 'closed'] as const
export const SchemeStatus = z.enum(SCHEME_STATUSES)
export type SchemeStatus = z.infer<typeof SchemeStatus>

export const SchemeRecord = z.object({
  id: SchemeId,
  province: ProvinceCode,
  status: SchemeStatus,
  scheme: Scheme,
  copiedFrom: SchemeId.optional(),
  publishedAt: Instant.optional(),
  updatedAt: Instant,
})
export type SchemeRecord = z.infer<typeof SchemeRecord>

/** 考评周期: planned → open (填报) → preview (公示预览与更正) → final. */
export const CYCLE_STATUSES = ['planned', 'open', 'preview', 'final'] as const
export const CycleStatus = z.enum(CYCLE_STATUSES)
export type CycleStatus = z.infer<typeof CycleStatus>

export const CycleSubject = z.object({
  code: CountyCode,
  name: z.string().min(1).max(60),
  group: z.string().min(1),
  submissionId: SubmissionId,
})
export type CycleSubject = z.infer<typeof CycleSubject>

export const Cycle = z.object({
  id: CycleId,
  province: ProvinceCode,
  name: z.string().min(1).max(80),
  year: z.int().min(2000).max(2100),
  schemeId: SchemeId,
  schemeName: z.string(),
  status: CycleStatus,
  /** 数据起止 */
  dataFrom: PlainDate,
  dataTo: PlainDate,
  /** 填报截止日 */
  dueOn: PlainDate,
  subjects: z.array(CycleSubject).min(1).max(400),
  /** The newest run; only this one can be previewed or published. */
  latestRun: RunId.optional(),
  /** The run that the counties see as a preview. */
  /** 更正申诉截止日, the last day on which a county may challenge its own points; set with the preview. */
  appealsUntil: PlainDate.optional(),
  previewedRun: RunId.optional(),
  /** The run that stands as the cycle's result, once it is published. */
  publishedRun: RunId.optional(),
  updatedAt: Instant,
})
export type Cycle = z.infer<typeof Cycle>

/** 省级填报数据 of one subject: figures that the commission itself holds (deductions by the ministry, provincial ranks …). */
export const CommissionValues = z.object({
  cycleId: CycleId,
  subject: CountyCode,
  values: z.array(FormValue),
  updatedAt: Instant,
})
export type CommissionValues = z.infer<typeof CommissionValues>

/** One row of a league table. Scores are text: they print exactly as they were ranked. */
export const LeagueRow = z.object({
  subject: CountyCode,
  name: z.string(),
  group: z.string(),
  groupName: z.string(),
  publishedScore: z.string().nullable(),
  exactScore: z.string().nullable(),
  /** A whole number, or a half under fractional numbering. */
  rank: z.number().nullable(),
  tied: z.boolean(),
  grade: z.string().nullable(),
  /** 连续达标: consecutive years in the best grade up to this one, and the honour that they stand for; only where there is one year or more. */
  streak: z.object({ years: z.int().min(1), honour: z.string().nullable() }).optional(),
  /** old rank − new rank: positive moved up; null where there is no earlier published table. */
  rankChange: z.number().nullable(),
  /** 5–95 % interval of the rank under weight noise. */
  interval: z.object({ from: z.int(), to: z.int() }).nullable(),
  notRankedReason: z.string().nullable(),
  levelOne: z.array(z.object({ code: z.string(), name: z.string(), points: z.string().nullable() })),
})
export type LeagueRow = z.infer<typeof LeagueRow>

export const RunStatus = z.enum(['computed', 'preview', 'published', 'superseded'])
export type RunStatus = z.infer<typeof RunStatus>

/** 计分结果: immutable; the same scheme, values and engine version give the same bytes. */
export const ScoreRunRecord = z.object({
  id: RunId,
  province: ProvinceCode,
  cycleId: CycleId,
  cycleName: z.string(),
  schemeId: SchemeId,
  schemeVersion: z.int(),
  /** The period that was scored: `2026`, `2026-H1` … */
  period: z.string(),
  engineVersion: z.string(),
  status: RunStatus,
  computedAt: Instant,
  inputsHash: z.string(),
  resultHash: z.string(),
  /** Subjects whose figures the city had not accepted when the run was made; they are scored on what was there, and marked. */
  outstanding: z.array(z.string()),
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  rows: z.array(LeagueRow),
  /** Printed under the table: rounding, rank basis, numbering. */
  notes: z.array(z.string()),
})
export type ScoreRunRecord = z.infer<typeof ScoreRunRecord>
