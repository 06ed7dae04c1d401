import type { withdrawApplication as operation } from '@anjie/contracts/operations/honours'
import { withdraw } from '@anjie/domain/honours/decisions/withdraw'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 撤回申报. */
export const withdrawApplication: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeApplication(context, params.applicationId, (application) => ({
    decided: withdraw(application, context.member, context.now),
  }))
