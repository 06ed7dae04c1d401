import type { saveApplication as operation } from '@anjie/contracts/operations/honours'
import { save } from '@anjie/domain/honours/decisions/save'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 保存申报. */
export const saveApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, (application) => ({
    decided: save(application, context.member, body, context.now),
  }))
