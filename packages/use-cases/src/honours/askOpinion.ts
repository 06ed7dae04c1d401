import type { askOpinion as operation } from '@anjie/contracts/operations/honours'
import { askOpinion as decide } from '@anjie/domain/honours/decisions/coSign'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { findColleague } from './findColleague.ts'

/** 征求会签 of another post of the level. */
export const askOpinion: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { question, dueOn } = body
    const colleague = await findColleague(context, body.of, '/of')
    return {
      decided: colleague.ok
        ? decide(application, { question, dueOn, colleague: colleague.value }, context.member, context.now)
        : colleague,
    }
  })
