import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { MEMBERSHIP_STATUS_NAMES } from './membershipNames.ts'

/** 重发邀请码: another code for a post that nobody has taken yet; the one before is good no more. */
export function renewInvitation(
  state: MembershipRecord,
  invitation: NonNullable<MembershipRecord['invitation']>,
  now: string,
): Result<Decision<MembershipRecord, 'InvitationRenewed'>, Problem> {
  if (state.status !== 'invited')
    return err({
      code: 'transition-not-allowed',
      detail: `任职现为“${MEMBERSHIP_STATUS_NAMES[state.status]}”，未使用的邀请才能重发`,
    })
  return ok({
    next: { ...state, invitation, updatedAt: now },
    fact: { type: 'InvitationRenewed', details: { endsOn: invitation.endsOn } },
  })
}
