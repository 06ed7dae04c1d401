import { z } from 'zod'
import { CountyCode, ProvinceCode } from './divisions.ts'
import { CycleId, RunId, SchemeId, SubjectCode, SubmissionId } from './ids.ts'
import { Instant, PlainDate } from './plainDate.ts'
import { Scheme, SubjectKind } from './scheme.ts'
import { FormValue } from './submission.ts'

/** 方案状态: draft → trial 试行 → in-force 施行 → closed 废止. Only a draft can be edited. */
export const SCHEME_STATUSES = ['draft', 'trial', 'in-force', 'closed'] as const
export const SchemeStatus = z.enum(SCHEME_STATUSES)
export type SchemeStatus = z.infer<typeof SchemeStatus>

/** 考评主体: the province's commission, or with `county` that county's own, which assesses its townships and departments. */
const assessor = { province: ProvinceCode, county: CountyCode.optional() }

export const SchemeRecord = z.object({
  id: SchemeId,
  ...assessor,
  status: SchemeStatus,
  scheme: Scheme,
  copiedFrom: SchemeId.optional(),
  publishedAt: Instant.optional(),
  updatedAt: Instant,
})
export type SchemeRecord = z.infer<typeof SchemeRecord>

/** What one request can score with room to spare; a province with more townships assesses them city by city. */
export const MAX_SUBJECTS = 1000

/** 考评周期: planned → open (填报) → preview (公示预览与更正) → final. */
export const CYCLE_STATUSES = ['planned', 'open', 'preview', 'final'] as const
export const CycleStatus = z.enum(CYCLE_STATUSES)
export type CycleStatus = z.infer<typeof CycleStatus>

export const CycleSubject = z.object({
  code: SubjectCode,
  name: z.string().min(1).max(60),
  group: z.string().min(1),
  /** Cities fill in nothing themselves: their figures are added up from their counties'. */
  submissionId: SubmissionId.optional(),
})
export type CycleSubject = z.infer<typeof CycleSubject>

export const Cycle = z.object({
  id: CycleId,
  ...assessor,
  name: z.string().min(1).max(80),
  year: z.int().min(2000).max(2100),
  schemeId: SchemeId,
  schemeName: z.string(),
  /** What kind of unit is assessed; cycles from before there were others assess counties. */
  subjectKind: SubjectKind.default('county'),
  /**
   * 汇总自: the cycle of the level below whose published figures are added up here (townships to county, counties to city), and
   * the codes of the items that are: nobody fills those a second time.
   */
  rollUp: z.object({ from: CycleId, fromName: z.string(), items: z.array(z.string()).min(1) }).optional(),
  status: CycleStatus,
  /** 数据起止 */
  dataFrom: PlainDate,
  dataTo: PlainDate,
  /** 填报截止日 */
  dueOn: PlainDate,
  subjects: z.array(CycleSubject).min(1).max(MAX_SUBJECTS),
  /** The newest run; only this one can be previewed or published. */
  latestRun: RunId.optional(),
  /** 更正申诉截止日, the last day on which points may be challenged; set with the preview. */
  appealsUntil: PlainDate.optional(),
  /** The run that the subjects see as a preview. */
  previewedRun: RunId.optional(),
  /** The run that stands as the cycle's result, once it is published. */
  publishedRun: RunId.optional(),
  updatedAt: Instant,
})
export type Cycle = z.infer<typeof Cycle>

/** 考评方录入数据 of one subject: figures that the commission itself holds (deductions by the ministry, provincial ranks …). */
export const CommissionValues = z.object({
  cycleId: CycleId,
  subject: SubjectCode,
  values: z.array(FormValue),
  updatedAt: Instant,
})
export type CommissionValues = z.infer<typeof CommissionValues>

/** One row of a league table. Scores are text: they print exactly as they were ranked. */
export const LeagueRow = z.object({
  subject: SubjectCode,
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
  ...assessor,
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
  /** Subjects whose figures had not passed their last review when the run was made; they are scored on what was there, and marked. */
  outstanding: z.array(z.string()),
  groups: z.array(z.object({ code: z.string(), name: z.string() })),
  rows: z.array(LeagueRow),
  /** Printed under the table: rounding, rank basis, numbering. */
  notes: z.array(z.string()),
})
export type ScoreRunRecord = z.infer<typeof ScoreRunRecord>
