import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { crossChecks } from './crossChecks.ts'
import { explanationOf } from './explanationOf.ts'
import { spokenBy } from './spokenBy.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/** 认可说明: the exception is accepted by somebody above, and stays in sight with who accepted it and when. */
export function acceptExplanation(
  state: Submission,
  check: number,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'ExplanationAccepted'>, Problem> {
  const permitted = permitSubmissionAction(state, 'remark', member, setting)
  if (!permitted.ok) return permitted
  const finding = crossChecks(setting.form, state.values, setting.around).checks.find(
    (each) => each.rule === 'relation' && each.check === check,
  )
  const given = finding === undefined ? undefined : explanationOf(state, finding)
  if (given === undefined) return err({ code: 'transition-not-allowed', detail: '这条勾稽关系没有待认可的说明' })
  if (given.accepted !== undefined)
    return err({
      code: 'transition-not-allowed',
      detail: `这条说明已由${given.accepted.by.place}${given.accepted.by.personName}认可`,
    })
  const accepted = { ...given, accepted: { by: spokenBy(member), at: now } }
  return ok({
    next: {
      ...state,
      explanations: (state.explanations ?? []).map((each) => (each === given ? accepted : each)),
      updatedAt: now,
    },
    fact: { type: 'ExplanationAccepted', details: { finding: given.message, explanation: given.text } },
  })
}
