import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { settledValues } from './settledValues.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/** 市级审定: the figures that the city stands for, and that the scores are worked out from. */
export function acceptSubmission(
  state: Submission,
  opinion: string | undefined,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'SubmissionAccepted'>, Problem> {
  const permitted = permitSubmissionAction(state, 'accept', member, setting)
  if (!permitted.ok) return permitted
  return ok({
    next: {
      ...state,
      status: permitted.value.to[0],
      approved: { ...state.approved, accepted: settledValues(state) },
      updatedAt: now,
    },
    fact: { type: 'SubmissionAccepted', details: opinion === undefined || opinion === '' ? {} : { opinion } },
  })
}
