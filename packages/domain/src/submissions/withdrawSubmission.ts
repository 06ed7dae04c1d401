import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/** 撤回: the county's reporters take the form back before anybody has verified it. */
export function withdrawSubmission(
  state: Submission,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'SubmissionWithdrawn'>, Problem> {
  const permitted = permitSubmissionAction(state, 'withdraw', member, setting)
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, status: permitted.value.to[0], updatedAt: now },
    fact: { type: 'SubmissionWithdrawn', details: {} },
  })
}
