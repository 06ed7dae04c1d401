import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Appeal } from '@anjie/contracts/vocabulary/appeals/appeal'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { APPEAL_OUTCOME_NAMES, permitAppealAction } from './appealTransitions.ts'

/** 答复申诉. One that is upheld is put right by new figures and a new run (`followRun`); the points themselves are never edited. */
export function answerAppeal(
  state: Appeal,
  outcome: 'upheld' | 'dismissed',
  answer: string,
  member: Membership,
  now: string,
  behind: readonly string[] = [],
): Result<Decision<Appeal, 'AppealAnswered'>, Problem> {
  const permitted = permitAppealAction(state, 'answer', member, behind)
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, status: outcome, answer, updatedAt: now },
    fact: { type: 'AppealAnswered', details: { outcome: APPEAL_OUTCOME_NAMES[outcome], answer } },
  })
}
