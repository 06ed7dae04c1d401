import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CycleId, DocumentNumber, RunId, SubjectCode, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { assessorFields } from '../schemes/assessor.ts'

/** running 办理中 → reviewing 否决审查中 → reviewed 审查完毕 → proposed 待审定 → decided 已审定, or sent back to running. */
export const PROCEDURE_STATUSES = ['running', 'reviewing', 'reviewed', 'proposed', 'decided'] as const
export const ProcedureStatus = z.enum(PROCEDURE_STATUSES)
export type ProcedureStatus = z.infer<typeof ProcedureStatus>

export const PROCEDURE_ACTIONS = ['plan', 'assemble', 'list', 'judge', 'confirm', 'propose', 'decide'] as const
export const ProcedureAction = z.enum(PROCEDURE_ACTIONS)
export type ProcedureAction = z.infer<typeof ProcedureAction>

export const MAX_SCORERS = 60
export const MAX_TEAMS = 20
export const MAX_TEAM_MEMBERS = 12
export const MAX_PRESENT = 40

/** 评分部门 and the items that it scores. */
export const Scorer = z.object({ unitId: UnitId, name: z.string(), items: z.array(z.string()).min(1) })
export type Scorer = z.infer<typeof Scorer>

/** 考评组: people by their posts, and whom they visit on which day. */
export const FieldTeam = z.object({
  name: z.string(),
  on: PlainDate,
  members: z
    .array(z.object({ personId: z.string(), personName: z.string(), post: z.string() }))
    .min(1)
    .max(MAX_TEAM_MEMBERS),
  subjects: z.array(z.object({ code: SubjectCode, name: z.string() })).min(1),
})
export type FieldTeam = z.infer<typeof FieldTeam>

/** 审查对象: who would get the best grade; cleared or struck by one person, confirmed by another. */
export const ReviewedCandidate = z.object({
  subject: SubjectCode,
  name: z.string(),
  /** What speaks against it: vetoes of the run, bars that stand, measures that ended in a veto. */
  against: z.array(z.string()),
  finding: Hand.extend({ outcome: z.enum(['cleared', 'struck']), grounds: z.string() }).optional(),
  confirmed: Hand.optional(),
})
export type ReviewedCandidate = z.infer<typeof ReviewedCandidate>

/** 拟定等次, as the run has it that was laid before the meeting. */
export const ProposedGrade = z.object({
  subject: SubjectCode,
  name: z.string(),
  groupName: z.string(),
  score: z.string().nullable(),
  rank: z.number().nullable(),
  grade: z.string().nullable(),
})
export type ProposedGrade = z.infer<typeof ProposedGrade>

/** 会议纪要: who was present as posts, never as names. */
export const MeetingRecord = Hand.extend({
  outcome: z.enum(['approved', 'sent-back']),
  on: PlainDate,
  documentNumber: DocumentNumber,
  chair: z.string(),
  present: z.array(z.string()).min(1).max(MAX_PRESENT),
  text: z.string(),
})
export type MeetingRecord = z.infer<typeof MeetingRecord>

/** 考评程序 of one cycle, under the cycle's id. */
export const Procedure = z.object({
  id: CycleId,
  ...assessorFields,
  cycleName: z.string(),
  status: ProcedureStatus,
  scorers: z.array(Scorer).max(MAX_SCORERS),
  /** 征求意见的部门 and what they are asked. */
  consulted: z.array(z.object({ unitId: UnitId, name: z.string() })).max(MAX_SCORERS),
  question: z.string().optional(),
  teams: z.array(FieldTeam).max(MAX_TEAMS),
  review: z
    .object({ runId: RunId, grade: z.string(), dueOn: PlainDate, listed: Hand, candidates: z.array(ReviewedCandidate) })
    .optional(),
  deliberation: z
    .object({
      runId: RunId,
      resultHash: z.string(),
      dueOn: PlainDate,
      proposed: Hand.extend({ text: z.string() }),
      grades: z.array(ProposedGrade),
      record: MeetingRecord.optional(),
    })
    .optional(),
  updatedAt: Instant,
})
export type Procedure = z.infer<typeof Procedure>
