import { beijingDate } from '@anjie/calendar-cn'
import type { recordVisit as operation } from '@anjie/contracts/operations/honours'
import { recordVisit as decide } from '@anjie/domain/honours/decisions/visit'
import { drawOf } from '@anjie/domain/honours/draw'
import { drawId } from '@anjie/domain/honours/recordIds'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { getRoundOf } from './honourRecords.ts'

/** 登记现场核查; a unit that was drawn for it says by which draw. */
export const recordVisit: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const [round, draws] = await Promise.all([
      getRoundOf(store, application),
      store.get('draw', drawId({ id: application.roundId }, member.jurisdiction.code)),
    ])
    const byDraw = draws === undefined ? undefined : drawOf(draws.state, application.id)
    return { decided: decide(application, body, byDraw, member, round, beijingDate(now), now) }
  })
