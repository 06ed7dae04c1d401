import { dayText } from '@anjie/calendar-cn'
import type { InvitationId } from '@anjie/contracts/vocabulary/ids'
import type { MembershipRecord } from '@anjie/contracts/vocabulary/people/membershipRecord'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'

/** Who brings a code: the digest of the log-in, and the person that it stands for. */
export interface Joiner {
  readonly boundTo: string
  /** Of a log-in that has held a post before; the first one gives a person their number. */
  readonly knownPersonId: string | undefined
  readonly newPersonId: string
}

/** 接受邀请: the log-in holds the post from now on. A code is good once, until its day, for as long as no other took its place. */
export function acceptInvitation(
  state: MembershipRecord,
  code: InvitationId,
  { boundTo, knownPersonId, newPersonId }: Joiner,
  now: string,
): Result<Decision<MembershipRecord, 'MembershipAccepted'>, Problem> {
  const today = beijingDay(now)
  const refuse = (detail: string) => err<Problem>({ code: 'invitation-refused', detail, pointer: '/code' })
  if (state.status === 'in-office') return refuse('这个邀请码已经使用过')
  if (state.status === 'ended') return refuse('这项邀请已被撤销')
  if (state.invitation?.id !== code) return refuse('这个邀请码已由新的邀请码取代')
  if (today > state.invitation.endsOn) return refuse(`这个邀请码已于${dayText(state.invitation.endsOn)}到期`)
  if (today > state.validUntil) return refuse(`这项任职的有效期已于${dayText(state.validUntil)}届满`)
  // One log-in stands for one person for ever, and a post that was meant for a known person is nobody else's.
  if (state.personId !== undefined && knownPersonId !== undefined && state.personId !== knownPersonId)
    return refuse('这个邀请码是发给另一人员的，请由其本人的账号使用')
  const { invitation: _used, ...rest } = state
  return ok({
    next: {
      ...rest,
      status: 'in-office',
      boundTo,
      personId: knownPersonId ?? state.personId ?? newPersonId,
      updatedAt: now,
    },
    fact: { type: 'MembershipAccepted', details: {} },
  })
}
