import { z } from 'zod'
import { Instant } from '../plainDate.ts'
import { SubmissionStatus } from '../submissions/submission.ts'

/** 填报进度 of one subject: where its form stands, or when the commission last entered its figures; never what was filled in. */
export const ProgressRow = z.object({
  /** Of the form or of the commission's figures, after the step that the row tells of. */
  version: z.int().min(1),
  /** Only of a form. */
  status: SubmissionStatus.optional(),
  updatedAt: Instant,
})
export type ProgressRow = z.infer<typeof ProgressRow>
