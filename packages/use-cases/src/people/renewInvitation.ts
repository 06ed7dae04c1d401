import type { renewInvitation as operation } from '@anjie/contracts/operations/people'
import { renewInvitation as decide } from '@anjie/domain/people/renewInvitation'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { codeEndsOn, newInvitation } from './newInvitation.ts'
import { openMembership } from './openMembership.ts'

/** 重发邀请码: told this one time; the code before it is good no more. */
export const renewInvitation: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openMembership(context, params.membershipId)
  if (!found.ok) return found
  const { state, version } = found.value
  const endsOn = codeEndsOn(context.now, body.endsOn)
  if (!endsOn.ok) return endsOn
  const fresh = newInvitation(context, state.id, state.jurisdiction.code, endsOn.value)
  const decision = decide(state, fresh.invitation, context.now)
  if (!decision.ok) return decision
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'membership', id: state.id, expectedVersion: version, ...decision.value }, fresh.change],
    reply,
  )
  return written.ok ? ok({ ...reply, once: { code: fresh.code } }) : written
}
