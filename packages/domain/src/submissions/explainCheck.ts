import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { crossChecks } from './crossChecks.ts'
import { spokenBy } from './spokenBy.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'

/** 情况说明: why a relation is broken and the figures are right all the same. For just these figures; it lapses when they change. */
export function explainCheck(
  state: Submission,
  check: number,
  text: string,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'CheckExplained'>, Problem> {
  const permitted = permitSubmissionAction(state, 'save', member, setting)
  if (!permitted.ok) return permitted
  const { checks } = crossChecks(setting.form, state.values, setting.around)
  const finding = checks.find((each) => each.rule === 'relation' && each.check === check)
  if (finding === undefined || finding.rule !== 'relation')
    return err({
      code: 'transition-not-allowed',
      detail: '这条勾稽关系现在没有不符，不需要说明；数据有改动的，请先保存',
    })
  if (!finding.mayExplain)
    return err({ code: 'transition-not-allowed', detail: `${finding.message}；这条关系不接受说明，须改正数据` })
  const given = { check, message: finding.message, text, by: spokenBy(member), at: now }
  return ok({
    next: {
      ...state,
      explanations: [...(state.explanations ?? []).filter((each) => each.check !== check), given],
      updatedAt: now,
    },
    fact: { type: 'CheckExplained', details: { finding: finding.message, explanation: text } },
  })
}
