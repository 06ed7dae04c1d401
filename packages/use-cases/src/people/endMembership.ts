import type { endMembership as operation } from '@anjie/contracts/operations/people'
import { endPost } from '@anjie/domain/people/endPost'
import { ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { openMembership } from './openMembership.ts'

/** 解除任职, at once. */
export const endMembership: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openMembership(context, params.membershipId)
  if (!found.ok) return found
  const { state, version } = found.value
  const decision = endPost(state, body.reason, context.now)
  if (!decision.ok) return decision
  const reply = { id: state.id, version: version + 1, status: decision.value.next.status }
  const written = await context.store.commit(
    [{ kind: 'membership', id: state.id, expectedVersion: version, ...decision.value }],
    reply,
  )
  return written.ok ? ok(reply) : written
}
