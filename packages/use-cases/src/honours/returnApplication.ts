import type { returnApplication as operation } from '@anjie/contracts/operations/honours'
import { returnTo } from '@anjie/domain/honours/decisions/return'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { openApplication } from './honourRecords.ts'
import { surroundingsOf } from './surroundingsOf.ts'

/** 退回申报; an acceptance that was given falls with it. */
export const returnApplication: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  const { quota, batch } = await surroundingsOf(context.store, state)
  const decided = returnTo({
    application: state,
    member: context.member,
    to: body.to,
    reason: body.reason,
    used: quota?.used ?? 0,
    batch: batch?.state,
    at: context.now,
  })
  return commitApplication(context, { id: state.id, version }, decided, {
    ...(quota === undefined ? {} : { quota }),
    ...(batch === undefined ? {} : { batch: { id: batch.state.id, version: batch.version } }),
  })
}
