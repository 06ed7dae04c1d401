import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { settledValues } from './settledValues.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/** 县级审核: somebody at the county who entered nothing passes the figures to the city. */
export function verifySubmission(
  state: Submission,
  opinion: string | undefined,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'SubmissionVerified'>, Problem> {
  const permitted = permitSubmissionAction(state, 'verify', member, setting)
  if (!permitted.ok) return permitted
  const { returnReason: _answered, ...rest } = state
  return ok({
    next: {
      ...rest,
      status: permitted.value.to[0],
      verifiedBy: member.personId,
      approved: { ...state.approved, verified: settledValues(state) },
      updatedAt: now,
    },
    fact: { type: 'SubmissionVerified', details: opinion === undefined || opinion === '' ? {} : { opinion } },
  })
}
