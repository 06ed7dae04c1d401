import type { withdrawSubmission as operation } from '@anjie/contracts/operations/submissions'
import { withdrawSubmission as decide } from '@anjie/domain/submissions/withdrawSubmission'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const withdrawSubmission: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, context.member, context.now, setting),
  )
