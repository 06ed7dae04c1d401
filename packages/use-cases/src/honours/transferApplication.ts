import { beijingDate } from '@anjie/calendar-cn'
import type { transferApplication as operation } from '@anjie/contracts/operations/honours'
import { transfer as decide } from '@anjie/domain/honours/decisions/transfer'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { findColleague } from './findColleague.ts'

/** 转办 to another reviewer of the level. */
export const transferApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { member, now } = context
    const colleague = await findColleague(context, body.to, '/to')
    return {
      decided: colleague.ok
        ? decide(application, colleague.value, body.reason, member, beijingDate(now), now)
        : colleague,
    }
  })
