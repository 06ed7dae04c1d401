import { z } from 'zod'
import { CycleId, RunId, SchemeId, SubjectCode, SubmissionId } from '../ids.ts'
import type { Part } from '../part.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { PlannedSteps } from '../procedure/procedureStep.ts'
import { assessorFields } from '../schemes/assessor.ts'
import { SubjectKind } from '../schemes/scheme.ts'
import { EvidenceType } from '../submissions/submission.ts'

/** More than the largest province has townships. */
export const MAX_SUBJECTS = 4000

/** 考评周期: planned → open (填报) → preview (公示预览与更正) → final. */
export const CYCLE_STATUSES = ['planned', 'open', 'preview', 'final'] as const
export const CycleStatus = z.enum(CYCLE_STATUSES)
export type CycleStatus = z.infer<typeof CycleStatus>

/** 截止日之后: `marked`, taken and marked as late; `locked`, refused, unless the unit was given more time or its form was sent back. */
export const LATE_FILLING = ['marked', 'locked'] as const
export const LateFilling = z.enum(LATE_FILLING)
export type LateFilling = z.infer<typeof LateFilling>

export const CycleSubject = z.object({
  code: SubjectCode,
  name: z.string().min(1).max(60),
  group: z.string().min(1),
  /** Cities fill in nothing themselves: their figures are added up from their counties'. */
  submissionId: SubmissionId.optional(),
})
export type CycleSubject = z.infer<typeof CycleSubject>

export const CycleSubjects = z.array(CycleSubject).min(1).max(MAX_SUBJECTS)

const fields = {
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
  /** 逾期填报: late figures are taken and marked, or not taken any more. Cycles from before mark. */
  lateFilling: LateFilling.optional(),
  /** 另准的文件类型: kinds of evidence files that are taken here besides the usual ones. */
  alsoAccepts: z.array(EvidenceType).max(10).optional(),
  /** 考评程序: the steps that the commission switched on, each with its day; without any there are none. */
  steps: PlannedSteps.optional(),
  /** 正在计分: the run that is being worked out in the background, and since when. Whoever starts anew takes its place. */
  scoring: z.object({ runId: RunId, startedAt: Instant }).optional(),
  /** The newest run; only this one can be previewed or published. */
  latestRun: RunId.optional(),
  /** 更正申诉截止日, the last day on which points may be challenged; set with the preview. */
  appealsUntil: PlainDate.optional(),
  /** The run that the subjects see as a preview. */
  previewedRun: RunId.optional(),
  /** The run that stands as the cycle's result, once it is published. */
  publishedRun: RunId.optional(),
  updatedAt: Instant,
} as const

/** A cycle as it is shown, with everybody whom it assesses. */
export const Cycle = z.object({ ...fields, subjects: CycleSubjects })
export type Cycle = z.infer<typeof Cycle>

/**
 * The record of a cycle, which every step on one of its forms reads: without its subjects, which lie beside it. Cycles from before
 * hold them within.
 */
export const CycleHead = z.preprocess(
  countedBefore,
  z.object({
    ...fields,
    subjectCount: z.int().min(1),
    /** The counties and cities that the subjects are or lie in. */
    divisions: z.array(z.string()),
    /** Names of the parts in which the subjects lie, in their order. */
    subjectParts: z.array(z.string()).optional(),
    subjects: CycleSubjects.optional(),
  }),
)
export type CycleHead = z.infer<typeof CycleHead>

/** What a record from before does not say, because its subjects do. */
function countedBefore(state: unknown): unknown {
  if (typeof state !== 'object' || state === null || 'subjectCount' in state || !('subjects' in state)) return state
  const subjects = CycleSubjects.safeParse(state.subjects)
  return subjects.success
    ? { ...state, subjectCount: subjects.data.length, divisions: divisionsOfSubjects(subjects.data) }
    : state
}

/** The county or city that a subject is, or lies in: the code before the dot of a unit's id. */
export const divisionsOfSubjects = (subjects: readonly Pick<CycleSubject, 'code'>[]): string[] => [
  ...new Set(subjects.map(({ code }) => code.split('.', 1)[0] ?? code)),
]

/** Subjects in one side document: few enough to be far below what an item takes. */
export const SUBJECTS_IN_PART = 500

/** Side documents of a cycle: its subjects, by five hundred. */
export const subjectPart = (name: string): Part<CycleSubject[]> => ({ name, content: z.array(CycleSubject) })
