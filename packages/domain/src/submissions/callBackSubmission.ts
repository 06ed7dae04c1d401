import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Decision } from '../decision.ts'

/** A form whose cycle was called back: nobody fills it any more, and what was filled in stays. */
export const callBackSubmission = (
  state: Submission,
  reason: string,
  now: string,
): Decision<Submission, 'SubmissionCalledBack'> => ({
  next: { ...state, status: 'called-back', updatedAt: now },
  fact: { type: 'SubmissionCalledBack', details: { reason } },
})
