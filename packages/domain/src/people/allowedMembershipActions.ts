import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  MEMBERSHIP_ACTIONS,
  type MembershipAction,
  type MembershipRecord,
  type MembershipStatus,
} from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { AllowedAction } from '@anjie/contracts/vocabulary/submissions/submission'
import { manageFault } from './manageFault.ts'
import { MEMBERSHIP_ACTION_NAMES, MEMBERSHIP_STATUS_NAMES } from './membershipNames.ts'

/** At which stage each is done. */
const STAGES: Readonly<Record<MembershipAction, readonly MembershipStatus[]>> = {
  renew: ['invited'],
  change: ['invited', 'in-office'],
  end: ['invited', 'in-office'],
}

/** Every action on a post, allowed or not and why: the same for the console and the server. */
export function allowedMembershipActions(state: MembershipRecord, manager: Membership): AllowedAction[] {
  const fault = manageFault(manager, state)
  return MEMBERSHIP_ACTIONS.map((action) => {
    if (fault !== undefined) return { action, allowed: false, reason: fault.detail }
    return STAGES[action].includes(state.status)
      ? { action, allowed: true, mine: true }
      : {
          action,
          allowed: false,
          reason: `任职现为“${MEMBERSHIP_STATUS_NAMES[state.status]}”，不能${MEMBERSHIP_ACTION_NAMES[action]}`,
        }
  })
}
