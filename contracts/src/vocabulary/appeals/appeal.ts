import { z } from 'zod'
import { CountyCode } from '../divisions/divisions.ts'
import { AppealId, CycleId, LocalSubject, RunId, SubmissionId } from '../ids.ts'
import { Receipt } from '../league-tables/scorecard.ts'
import { Instant } from '../plainDate.ts'

/**
 * 申诉状态: filed → upheld 成立 → corrected 已更正, or filed → dismissed 不成立. Points are put right by new figures and a new run,
 * never by hand; while one is upheld and not corrected, no result of its cycle is published.
 */
export const APPEAL_STATUSES = ['filed', 'upheld', 'corrected', 'dismissed'] as const
export const AppealStatus = z.enum(APPEAL_STATUSES)
export type AppealStatus = z.infer<typeof AppealStatus>

/** 申诉: a county's challenge of one of its own points within the correction window, answered with the receipt it is about. */
export const Appeal = z.object({
  id: AppealId,
  county: CountyCode,
  countyName: z.string(),
  /** The township, department, post … whose points they are; without it the county's own. */
  subject: z.object({ code: LocalSubject, name: z.string() }).optional(),
  /** Who scored, and so who answers. */
  assessor: z.enum(['province', 'county']).default('province'),
  cycleId: CycleId,
  cycleName: z.string(),
  /** The subject's form, by which is told who had a part in it; a city has none. */
  submissionId: SubmissionId.optional(),
  /** Whether a figure of that form is behind the points, and not those of the commission alone; appeals from before do not say. */
  restsOnForm: z.boolean().optional(),
  runId: RunId,
  status: AppealStatus,
  /** The receipt as it stood when the appeal was filed. */
  receipt: Receipt,
  claim: z.string(),
  /** Person ids of everybody at the county who had a part in it: they may not answer it. */
  enteredBy: z.array(z.string()),
  answer: z.string().optional(),
  /** 更正: the run with other figures behind the point, or why the figures stay although the appeal was right. */
  correction: z
    .union([
      z.object({ runId: RunId, points: z.string().nullable() }),
      z.object({ statement: z.string(), personName: z.string() }),
    ])
    .optional(),
  updatedAt: Instant,
})
export type Appeal = z.infer<typeof Appeal>
