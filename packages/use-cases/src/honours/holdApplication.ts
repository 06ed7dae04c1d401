import type { holdApplication as operation } from '@anjie/contracts/operations/honours'
import { hold } from '@anjie/domain/honours/decisions/hold'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 暂缓办理. */
export const holdApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const batch = application.batchId === undefined ? undefined : await context.store.get('batch', application.batchId)
    return { decided: hold(application, context.member, body.reason, batch?.state, context.now) }
  })
