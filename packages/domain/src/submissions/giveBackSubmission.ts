import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Decision } from '../decision.ts'

/**
 * 恢复填报: the form of a cycle that was called back and is opened again, as a draft with its figures, by the cycle's new name and
 * day. Whoever passed it before did so under an opening that no longer counts.
 */
export function giveBackSubmission(
  state: Submission,
  { name, dueOn }: Pick<CycleHead, 'name' | 'dueOn'>,
  now: string,
): Decision<Submission, 'SubmissionGivenBack'> {
  const { verifiedBy: _passed, returnReason: _answered, ...rest } = state
  return {
    next: { ...rest, cycleName: name, dueOn, status: 'draft', updatedAt: now },
    fact: { type: 'SubmissionGivenBack', details: { cycle: name, dueOn } },
  }
}
