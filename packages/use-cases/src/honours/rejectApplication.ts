import type { rejectApplication as operation } from '@anjie/contracts/operations/honours'
import { reject } from '@anjie/domain/honours/decisions/reject'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { slotOf } from './honourRecords.ts'
import { surroundingsOf } from './surroundingsOf.ts'

/** 不予通过; the place and the unit's slot become free with it. */
export const rejectApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { member, now, store } = context
    const { quota, batch, related } = await surroundingsOf(store, application)
    const { roundId, unitId, county } = application
    const slot = await slotOf(store, { id: roundId }, { id: unitId, county })
    return {
      decided: reject({ application, member, reason: body.reason, quota, batch, at: now }),
      related: { ...related, slot },
    }
  })
