import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Submission } from '@anjie/contracts/vocabulary/submission'
import type { Decision } from '../decision.ts'

/** A form's own copy of the day on which it is due, when its cycle was given more time. */
export const extendSubmission = (
  state: Submission,
  dueOn: PlainDate,
  now: string,
): Decision<Submission, 'SubmissionExtended'> => ({
  next: { ...state, dueOn, updatedAt: now },
  fact: { type: 'SubmissionExtended', details: { 填报截止: `${state.dueOn} → ${dueOn}` } },
})
