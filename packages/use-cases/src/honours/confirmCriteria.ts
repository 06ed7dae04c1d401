import { beijingDate } from '@anjie/calendar-cn'
import type { confirmCriteria as operation } from '@anjie/contracts/operations/honours'
import { confirm } from '@anjie/domain/honours/decisions/confirm'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { getRoundOf } from './honourRecords.ts'

/** 登记部门核实. */
export const confirmCriteria: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const type = typeOfRound(await getRoundOf(store, application))
    return { decided: confirm(application, body.confirmations, type, member, beijingDate(now), now) }
  })
