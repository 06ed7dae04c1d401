import { beijingDate } from '@anjie/calendar-cn'
import type { reuseEvidence as operation } from '@anjie/contracts/operations/honours'
import { reuseEvidence as reuse } from '@anjie/domain/honours/decisions/evidence'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import { err } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { findApplication, getRoundOf } from './honourRecords.ts'

/** 沿用 a file of an earlier application of the same unit. */
export const reuseEvidence: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const from = await findApplication(context, body.from)
    if (!from.ok) return { decided: err({ ...from.error, pointer: '/from' }) }
    const file = from.value.state.evidence?.find(({ id }) => id === body.evidenceId)
    if (file === undefined)
      return { decided: err({ code: 'not-found' as const, detail: '没有找到这份佐证材料', pointer: '/evidenceId' }) }
    const type = typeOfRound(await getRoundOf(store, application))
    const earlier = { from: from.value.state, file }
    return { decided: reuse(application, earlier, body.criterion, type, member, beijingDate(now), now) }
  })
