import type { releaseApplication as operation } from '@anjie/contracts/operations/honours'
import { release } from '@anjie/domain/honours/decisions/release'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 恢复办理. */
export const releaseApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const batch = application.batchId === undefined ? undefined : await context.store.get('batch', application.batchId)
    return { decided: release(application, context.member, body.opinion, batch?.state, context.now) }
  })
