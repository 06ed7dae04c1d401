import { z } from 'zod'
import { Instant, PlainDate } from '../plainDate.ts'
import { SubmissionStatus } from '../submissions/submission.ts'

/** 内容: what stands in a form, counted. 0 is a figure and no content: a form of noughts and blanks was handed in and says nothing. */
export const FormContent = z.object({
  reported: z.int().min(0),
  nonZero: z.int().min(0),
  missing: z.int().min(0),
  notApplicable: z.int().min(0),
})
export type FormContent = z.infer<typeof FormContent>

/** 填报进度 of one subject: where its form stands and how much of it is filled in, or when the commission last entered its figures; never the figures. */
export const ProgressRow = z.object({
  /** Of the form or of the commission's figures, after the step that the row tells of. */
  version: z.int().min(1),
  /** Only of a form. */
  status: SubmissionStatus.optional(),
  content: FormContent.optional(),
  /** 截止日 of the form, where the unit was given more time of its own the reason, and when it was first handed in. */
  dueOn: PlainDate.optional(),
  exceptionReason: z.string().optional(),
  submittedAt: Instant.optional(),
  updatedAt: Instant,
  /** Of its files, what tells the content of each from any other. */
  files: z.array(z.string()).optional(),
})
export type ProgressRow = z.infer<typeof ProgressRow>
