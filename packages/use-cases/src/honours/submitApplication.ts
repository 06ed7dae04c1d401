import { beijingDate } from '@anjie/calendar-cn'
import type { submitApplication as operation } from '@anjie/contracts/operations/honours'
import { submit } from '@anjie/domain/honours/decisions/submit'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { eligibilityOf } from './eligibilityOf.ts'
import { getRoundOf, getUnitOf } from './honourRecords.ts'

/** 提交申报, once every condition is met today. */
export const submitApplication: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const [round, unit] = await Promise.all([getRoundOf(store, application), getUnitOf(store, application)])
    const { lines, lowerTitleId, renewsTitleId } = await eligibilityOf(
      context,
      application,
      { round, unit },
      beijingDate(now),
    )
    return { decided: submit(application, member, lines, lowerTitleId, renewsTitleId, now) }
  })
