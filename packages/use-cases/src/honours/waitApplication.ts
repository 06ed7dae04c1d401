import { beijingDate } from '@anjie/calendar-cn'
import type { waitApplication as operation } from '@anjie/contracts/operations/honours'
import { wait } from '@anjie/domain/honours/decisions/wait'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { barsOf, getRoundOf, getUnitOf, lowerTitleOf, quotaOf } from './honourRecords.ts'

/** 列入候补, at the end of the line that is kept with the places. */
export const waitApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
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
    return { decided: wait(application, member, body.opinion, setting, beijingDate(now), now), related: { quota } }
  })
