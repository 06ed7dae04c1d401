import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
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
  cycle: CycleHead,
  subject: Pick<CycleSubject, 'code' | 'name'>,
  before: CommissionValues | undefined,
  values: readonly FormValue[],
  form: Form,
  member: Membership,
  now: string,
): Result<Decision<CommissionValues, 'CommissionValuesEntered'>, Problem> {
  const permitted = permitCycleAction(cycle, 'enter', member)
  if (!permitted.ok) return permitted
  const problem = checkValues(form, values)
  if (problem !== null) return err(problem)
  return ok({
    next: { cycleId: cycle.id, subject: subject.code, values: [...values], updatedAt: now },
    fact: {
      type: 'CommissionValuesEntered',
      details: { subject: subject.name, ...describeChanges(form, before?.values ?? [], values) },
    },
  })
}
