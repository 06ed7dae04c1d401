import type { proposeApplication as operation } from '@anjie/contracts/operations/honours'
import { propose } from '@anjie/domain/honours/decisions/propose'
import { err } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { openApplication } from './honourRecords.ts'

/** 列入拟命名名单. */
export const proposeApplication: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  const batch = await findRecord(context, 'batch', body.batchId)
  if (!batch.ok) return err({ ...batch.error, pointer: '/batchId' })
  const decided = propose(state, context.member, batch.value.state, body.opinion, context.now)
  return commitApplication(context, { id: state.id, version }, decided, {
    batch: { id: body.batchId, version: batch.value.version },
  })
}
