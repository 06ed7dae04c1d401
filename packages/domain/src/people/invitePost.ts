import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { MEMBERSHIP_STATUS_NAMES } from './membershipNames.ts'
import { type HonourName, postDetails } from './postDetails.ts'

/** A post as it is to be, with the code that binds it. */
export type PostToInvite = Omit<MembershipRecord, 'status' | 'boundTo' | 'updatedAt' | 'invitation'> & {
  readonly invitation: NonNullable<MembershipRecord['invitation']>
}

/** 邀请: the post stands from now on and is held by whoever brings the code. One that was ended may be given again. */
export function invitePost(
  existing: MembershipRecord | undefined,
  given: PostToInvite,
  now: string,
  honourName: HonourName,
): Result<Decision<MembershipRecord, 'MembershipInvited'>, Problem> {
  if (existing !== undefined && existing.status !== 'ended')
    return err({
      code: 'already-invited',
      detail: `${given.personName}的这个任职已登记，现为“${MEMBERSHIP_STATUS_NAMES[existing.status]}”`,
    })
  const next: MembershipRecord = { ...given, status: 'invited', updatedAt: now }
  return ok({
    next,
    fact: {
      type: 'MembershipInvited',
      details: { ...postDetails(next, honourName), endsOn: given.invitation.endsOn },
    },
  })
}
