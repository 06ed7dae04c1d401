import type { getMembership as operation } from '@anjie/contracts/operations/people'
import { allowedMembershipActions } from '@anjie/domain/people/allowedMembershipActions'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** 任职详情: the post, what may be done with it, and every change that it had. */
export const getMembership: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'membership', params.membershipId)
  if (!found.ok) return found
  const { state, version } = found.value
  return ok({
    state,
    version,
    allowed: allowedMembershipActions(state, context.member),
    ...(await timelineOf(context.store, 'membership', state.id)),
  })
}
