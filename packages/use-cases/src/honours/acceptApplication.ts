import { beijingDate } from '@anjie/calendar-cn'
import type { acceptApplication as operation } from '@anjie/contracts/operations/honours'
import { accept } from '@anjie/domain/honours/decisions/accept'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { barsOf, getRoundOf, getUnitOf, lowerTitleOf, quotaOf } from './honourRecords.ts'

/** 验收, with a place counted in the same commit. */
export const acceptApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const [round, unit, quota, lowerTitle, bars] = await Promise.all([
      getRoundOf(store, application),
      getUnitOf(store, application),
      quotaOf(store, application),
      lowerTitleOf(store, application),
      barsOf(store, application.unitId),
    ])
    const setting = { round, unit, quota: quota.state, lowerTitle, bars }
    return { decided: accept(application, member, body, setting, beijingDate(now), now), related: { quota } }
  })
