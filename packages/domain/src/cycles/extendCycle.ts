import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitCycleAction } from './cycleTransitions.ts'

/** 延长填报期限: a later day, with the reason on record. Never an earlier one: who planned by the first would be late. */
export function extendCycle(
  state: CycleHead,
  dueOn: PlainDate,
  reason: string,
  member: Membership,
  now: string,
): Result<Decision<CycleHead, 'CycleExtended'>, Problem> {
  const permitted = permitCycleAction(state, 'extend', member)
  if (!permitted.ok) return permitted
  if (dueOn <= state.dueOn)
    return err({
      code: 'invalid-input',
      detail: `填报截止日为${dayText(state.dueOn)}，只能改为更晚的日期`,
      pointer: '/dueOn',
    })
  return ok({
    next: { ...state, dueOn, updatedAt: now },
    fact: { type: 'CycleExtended', details: { dueOn: `${state.dueOn} → ${dueOn}`, reason } },
  })
}
