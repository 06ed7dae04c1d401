import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { type HonourName, postDetails } from './postDetails.ts'

/** What of a post may be changed; whose it is and where never are. */
export type PostChange = Pick<
  MembershipRecord,
  'post' | 'roles' | 'units' | 'honours' | 'scopes' | 'validUntil' | 'jurisdictionName'
>

/** 变更任职: title, roles, units, honours, last day. It holds from the next request on. */
export function changePost(
  state: MembershipRecord,
  change: PostChange,
  now: string,
  honourName: HonourName,
): Result<Decision<MembershipRecord, 'MembershipChanged'>, Problem> {
  if (state.status === 'ended')
    return err({ code: 'transition-not-allowed', detail: '任职已解除，不再变更；需要时重新邀请' })
  const { units: _units, honours: _honours, scopes: _scopes, ...rest } = state
  const next: MembershipRecord = { ...rest, ...change, updatedAt: now }
  return ok({ next, fact: { type: 'MembershipChanged', details: postDetails(next, honourName) } })
}
