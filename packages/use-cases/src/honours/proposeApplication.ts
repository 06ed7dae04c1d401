import type { proposeApplication as operation } from '@anjie/contracts/operations/honours'
import { propose } from '@anjie/domain/honours/decisions/propose'
import { err } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 列入拟命名名单. */
export const proposeApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const batch = await findRecord(context, 'batch', body.batchId)
    if (!batch.ok) return { decided: err({ ...batch.error, pointer: '/batchId' }) }
    const { state, version } = batch.value
    return {
      decided: propose(application, context.member, state, body.opinion, context.now),
      beside: { batch: { id: body.batchId, version } },
    }
  })
