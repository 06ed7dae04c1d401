import type { acceptSubmission as operation } from '@anjie/contracts/operations/submissions'
import { acceptSubmission as decide } from '@anjie/domain/submissions/acceptSubmission'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const acceptSubmission: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, body.opinion, context.member, context.now, setting),
  )
