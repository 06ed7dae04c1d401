import { z } from 'zod'
import { CycleId, RunId, SchemeId, SubjectCode, SubmissionId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { assessorFields } from '../schemes/assessor.ts'
import { SubjectKind } from '../schemes/scheme.ts'

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
  ...assessorFields,
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
  /** 撤回: planned again since then; those who knew of it still read it, and their forms. */
  calledBackAt: Instant.optional(),
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
