import type { returnApplication as operation } from '@anjie/contracts/operations/honours'
import { returnTo } from '@anjie/domain/honours/decisions/return'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { getRoundOf } from './honourRecords.ts'
import { surroundingsOf } from './surroundingsOf.ts'

/** 退回申报; an acceptance that was given falls with it. */
export const returnApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { member, now, store } = context
    const [{ quota, batch, related }, round] = await Promise.all([
      surroundingsOf(store, application),
      getRoundOf(store, application),
    ])
    return { decided: returnTo({ application, member, ...body, round, quota, batch, at: now }), related }
  })
