import type { withdrawApplication as operation } from '@anjie/contracts/operations/honours'
import { withdraw } from '@anjie/domain/honours/decisions/withdraw'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { surroundingsOf } from './surroundingsOf.ts'

/** 撤回 before the level above has decided; a place that was taken goes back with it. */
export const withdrawApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { member, now, store } = context
    const { quota, related } = await surroundingsOf(store, application)
    return { decided: withdraw({ application, member, reason: body.reason, quota, at: now }), related }
  })
