import { addDays } from '@anjie/calendar-cn'
import type { InvitationId, MembershipId } from '@anjie/contracts/vocabulary/ids'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { printCode } from '@anjie/domain/people/invitationCode'
import { invitationIdOf } from '@anjie/domain/people/peopleIds'
import { beijingDay, err, ok, type Result } from '@anjie/kernel'
import type { Change, CommandContext } from '../ports.ts'

const USUAL_DAYS = 14
/** A code that lies about for longer belongs to nobody any more. */
const MOST_DAYS = 60

export interface NewInvitation {
  /** Told once and kept nowhere. */
  readonly code: string
  readonly invitation: { readonly id: InvitationId; readonly endsOn: PlainDate }
  readonly change: Change<'invitation'>
}

/** Last day of the codes of one call. */
export function codeEndsOn(now: string, wanted: PlainDate | undefined): Result<PlainDate, Problem> {
  const today = PlainDate.parse(beijingDay(now))
  const endsOn = wanted ?? addDays(today, USUAL_DAYS)
  return endsOn < today || endsOn > addDays(today, MOST_DAYS)
    ? err({ code: 'invalid-input', detail: `邀请码的截止日应在今天起${MOST_DAYS}天以内`, pointer: '/endsOn' })
    : ok(endsOn)
}

/** A fresh code for a post, with the record by which it is found; that record knows the code's digest only. */
export function newInvitation(
  { newInvitationSecret, digest }: Pick<CommandContext, 'newInvitationSecret' | 'digest'>,
  membershipId: MembershipId,
  owner: string,
  endsOn: PlainDate,
): NewInvitation {
  const code = printCode(owner, newInvitationSecret())
  const id = invitationIdOf(owner, code, digest)
  return {
    code,
    invitation: { id, endsOn },
    change: {
      kind: 'invitation',
      id,
      expectedVersion: 0,
      next: { membershipId, endsOn },
      fact: { type: 'InvitationIssued', details: { membership: membershipId, endsOn } },
    },
  }
}
