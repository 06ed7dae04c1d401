import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Decision } from '../decision.ts'

/** A form's own copy of the day on which it is due, when its cycle was given more time. No figure of it changes, so neither does the time of its last change. */
export const extendSubmission = (state: Submission, dueOn: PlainDate): Decision<Submission, 'SubmissionExtended'> => ({
  next: { ...state, dueOn },
  fact: { type: 'SubmissionExtended', details: { dueOn: `${state.dueOn} → ${dueOn}` } },
})
