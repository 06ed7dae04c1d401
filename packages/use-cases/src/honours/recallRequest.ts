import type { recallRequest as operation } from '@anjie/contracts/operations/honours'
import { recallRequest as decide } from '@anjie/domain/honours/decisions/coSign'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 撤回会签 that is not answered yet. */
export const recallRequest: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, (application) => ({
    decided: decide(application, params.request, body.reason, context.member, context.now),
  }))
