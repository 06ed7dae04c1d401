import { z } from 'zod'
import { PlainDate } from '../plainDate.ts'

/**
 * 考评程序的环节 that a commission may switch on for a cycle, in the order of a county's plan (domain.md §2.2): 自评报告, 部门评分, 征求意见,
 * 实地考评, 一票否决审查, 审定.
 */
export const PROCEDURE_STEPS = [
  'self-assessment',
  'department-scores',
  'consultation',
  'field-visits',
  'veto-review',
  'deliberation',
] as const
export const ProcedureStep = z.enum(PROCEDURE_STEPS)
export type ProcedureStep = z.infer<typeof ProcedureStep>

/** 环节及其截止日. */
export const PlannedStep = z.strictObject({ step: ProcedureStep, dueOn: PlainDate })
export type PlannedStep = z.infer<typeof PlannedStep>

export const PlannedSteps = z.array(PlannedStep).max(PROCEDURE_STEPS.length)
