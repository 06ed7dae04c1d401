import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'

/** 解除任职: at once. The next write is refused, and reading ends within seconds; a code that was not used is good no more. */
export function endPost(
  state: MembershipRecord,
  reason: string,
  now: string,
): Result<Decision<MembershipRecord, 'MembershipEnded'>, Problem> {
  if (state.status === 'ended') return err({ code: 'transition-not-allowed', detail: '任职已经解除' })
  const { invitation: _void, ...rest } = state
  return ok({
    next: { ...rest, status: 'ended', updatedAt: now },
    fact: { type: 'MembershipEnded', details: { reason } },
  })
}
