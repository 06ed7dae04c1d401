import { beijingDate } from '@anjie/calendar-cn'
import type { acceptApplication as operation } from '@anjie/contracts/operations/honours'
import { accept } from '@anjie/domain/honours/decisions/accept'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { getRoundOf, getUnitOf, quotaOf } from './honourRecords.ts'

/** 市级验收, with one of the city's places counted in the same commit. */
export const acceptApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const [round, unit, quota] = await Promise.all([
      getRoundOf(store, application),
      getUnitOf(store, application),
      quotaOf(store, application),
    ])
    return {
      decided: accept(application, member, body, round, unit, quota.used, beijingDate(now), now),
      related: { quota },
    }
  })
