import type { saveApplication as operation } from '@anjie/contracts/operations/honours'
import { save } from '@anjie/domain/honours/decisions/save'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { getRoundOf } from './honourRecords.ts'

/** 保存申报. */
export const saveApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const type = typeOfRound(await getRoundOf(context.store, application))
    return { decided: save(application, context.member, body, type, context.now) }
  })
