import type { saveValues as operation } from '@anjie/contracts/operations/submissions'
import { saveValues as decide } from '@anjie/domain/submissions/saveValues'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const saveValues: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, body.values, context.member, context.now, setting),
  )
