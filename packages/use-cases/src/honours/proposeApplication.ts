import { beijingDate } from '@anjie/calendar-cn'
import type { proposeApplication as operation } from '@anjie/contracts/operations/honours'
import { propose } from '@anjie/domain/honours/decisions/propose'
import { err } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { barsOf, getUnitOf, lowerTitleOf, unitTitleOf } from './honourRecords.ts'

/** 列入拟命名名单. */
export const proposeApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const batch = await findRecord(context, 'batch', body.batchId)
    if (!batch.ok) return { decided: err({ ...batch.error, pointer: '/batchId' }) }
    const { state, version } = batch.value
    const { member, store, now } = context
    const [{ held }, unit, lower, bars] = await Promise.all([
      unitTitleOf(store, application, beijingDate(now)),
      getUnitOf(store, application),
      lowerTitleOf(store, application),
      barsOf(store, application.unitId),
    ])
    return {
      decided: propose(application, member, state, body.opinion, held, unit, lower, bars, now),
      related: { batch: { id: body.batchId, version } },
    }
  })
