import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { checkValues } from './checkValues.ts'
import { countedValues } from './countedCells.ts'
import { describeChanges } from './describeChanges.ts'
import { keepOrigins } from './keepOrigins.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

/** 保存: the whole form as it now stands. Whoever saves has entered figures and cannot verify them afterwards. */
export function saveValues(
  state: Submission,
  values: readonly FormValue[],
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'ValuesSaved'>, Problem> {
  const permitted = permitSubmissionAction(state, 'save', member, setting)
  if (!permitted.ok) return permitted
  const problem = checkValues(setting.form, values)
  if (problem !== null) return err(problem)
  // What was counted when the form was submitted stands until it is counted anew.
  const kept = [...keepOrigins(state.values, values), ...countedValues(setting.form, state.values)]
  return ok({
    next: {
      ...state,
      values: kept,
      enteredBy: withHand(state, member),
      updatedAt: now,
    },
    fact: { type: 'ValuesSaved', details: describeChanges(setting.form, state.values, kept) },
  })
}
