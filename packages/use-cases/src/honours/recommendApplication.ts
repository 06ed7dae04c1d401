import type { recommendApplication as operation } from '@anjie/contracts/operations/honours'
import { recommend } from '@anjie/domain/honours/decisions/recommend'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** 县级推荐. */
export const recommendApplication: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, (application) => ({
    decided: recommend(application, context.member, body.opinion, context.now),
  }))
