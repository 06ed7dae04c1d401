import type { returnSubmission as operation } from '@anjie/contracts/operations/submissions'
import { returnSubmission as decide } from '@anjie/domain/submissions/returnSubmission'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const returnSubmission: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, body.to, body.reason, context.member, context.now, setting),
  )
