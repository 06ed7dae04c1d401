import { z } from 'zod'
import { Hand } from '../aftercare/recheck.ts'
import { CountyCode } from '../divisions/divisions.ts'
import { CycleId, MeasureId, ProcedurePaperId, SubjectCode, UnitId } from '../ids.ts'
import { Instant, PlainDate } from '../plainDate.ts'
import { assessorFields } from '../schemes/assessor.ts'
import { Evidence, FormValue } from '../submissions/submission.ts'
import { line, lines } from '../text.ts'
import { ProcedureStep } from './procedureStep.ts'

/** The steps in which each of many owes a paper of its own; the others are one act of the commission. */
export const PAPER_STEPS = ['self-assessment', 'department-scores', 'consultation', 'field-visits'] as const
export const PaperStep = ProcedureStep.extract(PAPER_STEPS)
export type PaperStep = z.infer<typeof PaperStep>

/** open 待办 → filed 已报送 (or, of scores, entered and not signed) → done; returned for another attempt; waived 免办 with the reason. */
export const PAPER_STATUSES = ['open', 'filed', 'returned', 'done', 'waived'] as const
export const PaperStatus = z.enum(PAPER_STATUSES)
export type PaperStatus = z.infer<typeof PaperStatus>

export const PAPER_ACTIONS = ['save', 'file', 'accept', 'sign', 'return', 'waive'] as const
export const PaperAction = z.enum(PAPER_ACTIONS)
export type PaperAction = z.infer<typeof PaperAction>

/** 自评报告的四部分: 工作开展, 指标完成, 存在问题, 下步打算. */
export const REPORT_SECTIONS = ['work', 'results', 'problems', 'plans'] as const
export const ReportSections = z.strictObject({
  work: lines({ max: 5000 }),
  results: lines({ max: 5000 }),
  problems: lines({ max: 5000 }),
  plans: lines({ max: 5000 }),
})
export type ReportSections = z.infer<typeof ReportSections>

export const MAX_REPORT_FILES = 12
export const ReportFile = Evidence.omit({ item: true })
export type ReportFile = z.infer<typeof ReportFile>

/** One subject's figures on a department's sheet. */
export const SheetScores = z.object({ subject: SubjectCode, values: z.array(FormValue).max(200) })
export type SheetScores = z.infer<typeof SheetScores>

/** 情节: a remark, a problem, a grave problem. */
export const FINDING_GRAVITIES = ['remark', 'problem', 'grave'] as const
export const FindingGravity = z.enum(FINDING_GRAVITIES)
export type FindingGravity = z.infer<typeof FindingGravity>

export const MAX_FINDINGS = 40

/** 考评发现 on one indicator of the scheme. */
export const Finding = z.strictObject({
  indicator: line({ min: 1, max: 60 }),
  gravity: FindingGravity,
  text: line({ min: 4, max: 200, tooShort: '请写明发现的情况，不少于4个字' }),
})
export type Finding = z.infer<typeof Finding>

/** 程序材料: what one unit or team owes one step of a cycle. */
export const ProcedurePaper = z.object({
  id: ProcedurePaperId,
  step: PaperStep,
  cycleId: CycleId,
  cycleName: z.string(),
  ...assessorFields,
  /** Where whoever it is about lies: the county of the assessor, or the county that the province assesses. */
  place: CountyCode,
  placeName: z.string(),
  /** Who owes it; of a visit who is visited. */
  subject: SubjectCode,
  unitId: UnitId.optional(),
  unitName: z.string(),
  dueOn: PlainDate,
  status: PaperStatus,
  /** Everybody who entered something: they neither accept nor sign it. */
  enteredBy: z.array(z.string()),
  filed: Hand.optional(),
  /** 采纳, or 签署 by the department's head. */
  done: Hand.optional(),
  returned: Hand.extend({ reason: z.string() }).optional(),
  /** `dropped`: the plan does not ask for it any more; asked for again it is open as before. */
  waived: Hand.extend({ reason: z.string(), dropped: z.literal(true).optional() }).optional(),
  report: z.object({ sections: ReportSections, files: z.array(ReportFile).max(MAX_REPORT_FILES) }).optional(),
  sheet: z.object({ items: z.array(z.string()).min(1), scores: z.array(SheetScores) }).optional(),
  consultation: z
    .object({ question: z.string(), answer: z.object({ objects: z.boolean(), text: z.string() }).optional() })
    .optional(),
  visit: z
    .object({
      team: z.string(),
      on: PlainDate,
      members: z.array(z.object({ personId: z.string(), personName: z.string(), post: z.string() })),
      findings: z.array(Finding.extend({ measureId: MeasureId.optional() })).max(MAX_FINDINGS),
    })
    .optional(),
  updatedAt: Instant,
})
export type ProcedurePaper = z.infer<typeof ProcedurePaper>
