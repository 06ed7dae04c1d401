import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitCycleAction } from './cycleTransitions.ts'

/** 开放填报, once every subject has its form. */
export function openCycle(
  state: CycleHead,
  member: Membership,
  now: string,
): Result<Decision<CycleHead, 'CycleOpened'>, Problem> {
  const permitted = permitCycleAction(state, 'open', member)
  if (!permitted.ok) return permitted
  const { calledBackAt: _over, ...rest } = state
  return ok({
    next: { ...rest, status: permitted.value.to[0], updatedAt: now },
    fact: { type: 'CycleOpened', details: { forms: `${state.subjectCount}张`, dueOn: state.dueOn } },
  })
}
