import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { CountedCell, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { beijingDay, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { frozenSums } from './belowSums.ts'
import { frozenBesides } from './besides.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/**
 * 提交: to the county's reviewer, with a copy of the figures as submitted. Uploads that were never finished are left
 * behind. Late is possible and recorded, unless the cycle locks: a late figure is better than none.
 */
export function submitSubmission(
  state: Submission,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
  /** What stands behind the counted figures among the values. */
  counted: readonly CountedCell[] = [],
): Result<Decision<Submission, 'SubmissionSubmitted'>, Problem> {
  const permitted = permitSubmissionAction(state, 'submit', member, setting)
  if (!permitted.ok) return permitted
  const { returnReason: _answered, belowSums: _earlier, beside: _known, counted: _before, ...rest } = state
  const below = frozenSums(setting.around.below)
  const beside = frozenBesides(setting.around.beside)
  const evidence = state.evidence.filter((each) => each.status === 'attached')
  return ok({
    next: {
      ...rest,
      status: permitted.value.to[0],
      submittedBy: member.personId,
      submittedAt: state.submittedAt ?? now,
      ...(below.length === 0 ? {} : { belowSums: below }),
      ...(beside.length === 0 ? {} : { beside }),
      evidence,
      ...(counted.length === 0 ? {} : { counted: [...counted] }),
      approved: { ...state.approved, submitted: state.values },
      updatedAt: now,
    },
    fact: {
      type: 'SubmissionSubmitted',
      details: {
        evidence: `${evidence.length}份`,
        ...(counted.length === 0 ? {} : { counted: `${counted.length}项` }),
        ...(state.submittedAt === undefined && beijingDay(now) > state.dueOn
          ? { late: `截止日为${dayText(state.dueOn)}` }
          : {}),
      },
    },
  })
}
