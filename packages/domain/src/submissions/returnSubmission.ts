import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { SUBMISSION_STATUS_NAMES } from './submissionStatusNames.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/**
 * 退回: to the reporter, or from the city to the county's reviewer, with the reason. What each level had approved stays
 * beside the figures.
 */
export function returnSubmission(
  state: Submission,
  to: 'draft' | 'submitted',
  reason: string,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'SubmissionReturned'>, Problem> {
  const permitted = permitSubmissionAction(state, 'return', member, setting)
  if (!permitted.ok) return permitted
  if (reason.trim() === '') return err({ code: 'reason-required', detail: '请写明退回理由', pointer: '/reason' })
  if (!permitted.value.to.includes(to))
    return err({
      code: 'transition-not-allowed',
      detail: `“${SUBMISSION_STATUS_NAMES[state.status]}”的填报表不能退回到“${SUBMISSION_STATUS_NAMES[to]}”`,
      pointer: '/to',
    })
  const { verifiedBy: _passed, remarks, ...rest } = state
  return ok({
    next: {
      ...rest,
      // What was agreed on stays agreed for as long as the figure does; what was not goes back with the form.
      ...(remarks === undefined
        ? {}
        : {
            remarks: remarks.map((each) => (each.state === 'agreed' ? each : { ...each, state: 'returned' as const })),
          }),
      status: to,
      returnReason: reason.trim(),
      updatedAt: now,
    },
    fact: {
      type: 'SubmissionReturned',
      details: { to: SUBMISSION_STATUS_NAMES[to], reason: reason.trim() },
    },
  })
}
