import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Cycle } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { SubjectCode } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { CommissionValues } from '@anjie/contracts/vocabulary/submissions/commissionValues'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import { permitCycleAction } from '../cycles/cycleTransitions.ts'
import type { Decision } from '../decision.ts'
import { checkValues } from './checkValues.ts'
import { describeChanges } from './describeChanges.ts'
import type { Form } from './form.ts'

/** 录入考评方数据 of one subject: all of them as they now stand. `form`: what the commission fills in this cycle. */
export function enterCommissionValues(
  cycle: Cycle,
  subject: SubjectCode,
  before: CommissionValues | undefined,
  values: readonly FormValue[],
  form: Form,
  member: Membership,
  now: string,
): Result<Decision<CommissionValues, 'CommissionValuesEntered'>, Problem> {
  const permitted = permitCycleAction(cycle, 'enter', member)
  if (!permitted.ok) return permitted
  const named = cycle.subjects.find((each) => each.code === subject)
  if (named === undefined) return err({ code: 'not-found', detail: `“${subject}”不在本周期的被考评单位中` })
  const problem = checkValues(form, values)
  if (problem !== null) return err(problem)
  return ok({
    next: { cycleId: cycle.id, subject, values: [...values], updatedAt: now },
    fact: {
      type: 'CommissionValuesEntered',
      details: { subject: named.name, ...describeChanges(form, before?.values ?? [], values) },
    },
  })
}
