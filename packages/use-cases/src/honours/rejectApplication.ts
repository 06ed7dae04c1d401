import type { rejectApplication as operation } from '@anjie/contracts/operations/honours'
import { reject } from '@anjie/domain/honours/decisions/reject'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { openApplication, slotOf } from './honourRecords.ts'
import { surroundingsOf } from './surroundingsOf.ts'

/** 不予通过; the place and the unit's slot become free with it. */
export const rejectApplication: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  const { quota, batch } = await surroundingsOf(context.store, state)
  const slot = await slotOf(context.store, { id: state.roundId }, { id: state.unitId, county: state.county })
  const decided = reject({
    application: state,
    member: context.member,
    reason: body.reason,
    used: quota?.used ?? 0,
    batch: batch?.state,
    at: context.now,
  })
  return commitApplication(context, { id: state.id, version }, decided, {
    slot,
    ...(quota === undefined ? {} : { quota }),
    ...(batch === undefined ? {} : { batch: { id: batch.state.id, version: batch.version } }),
  })
}
