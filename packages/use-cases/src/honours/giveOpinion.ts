import type { giveOpinion as operation } from '@anjie/contracts/operations/honours'
import { giveOpinion as decide } from '@anjie/domain/honours/decisions/coSign'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 会签 of whoever was asked. */
export const giveOpinion: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, (application) => ({
    decided: decide(application, params.request, body, context.member, context.now),
  }))
