import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitCycleAction } from './cycleTransitions.ts'

/** 撤回: a cycle that was opened by mistake is a plan again, with the reason on record. */
export function callBackCycle(
  state: CycleHead,
  reason: string,
  member: Membership,
  now: string,
): Result<Decision<CycleHead, 'CycleCalledBack'>, Problem> {
  const permitted = permitCycleAction(state, 'call-back', member)
  if (!permitted.ok) return permitted
  return ok({
    next: { ...state, status: permitted.value.to[0], calledBackAt: now, updatedAt: now },
    fact: { type: 'CycleCalledBack', details: { reason } },
  })
}
