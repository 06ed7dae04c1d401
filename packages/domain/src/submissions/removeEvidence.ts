import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

/** 移除佐证材料 from the form. Earlier facts still tell that it was there. */
export function removeEvidence(
  state: Submission,
  evidenceId: string,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'EvidenceRemoved'>, Problem> {
  const evidence = state.evidence.find((each) => each.id === evidenceId)
  if (evidence === undefined) return err({ code: 'not-found', detail: '本表没有这份佐证材料' })
  const permitted = permitSubmissionAction(state, 'attach', member, setting)
  if (!permitted.ok) return permitted
  return ok({
    next: {
      ...state,
      evidence: state.evidence.filter((each) => each.id !== evidenceId),
      enteredBy: withHand(state, member),
      updatedAt: now,
    },
    fact: { type: 'EvidenceRemoved', details: { file: evidence.fileName } },
  })
}
