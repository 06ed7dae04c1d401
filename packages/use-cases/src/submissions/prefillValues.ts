import type { prefillValues as operation } from '@anjie/contracts/operations/submissions'
import { prefillValues as decide } from '@anjie/domain/submissions/prefillValues'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'
import { findFiguresElsewhere } from './figuresElsewhere.ts'

export const prefillValues: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeSubmission(context, params.submissionId, async (found) =>
    decide(found.record.state, await findFiguresElsewhere(context, found), context.member, context.now, found.setting),
  )
