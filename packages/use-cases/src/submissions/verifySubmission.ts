import type { verifySubmission as operation } from '@anjie/contracts/operations/submissions'
import { verifySubmission as decide } from '@anjie/domain/submissions/verifySubmission'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const verifySubmission: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(
    context,
    params.submissionId,
    ({ record, setting }) => decide(record.state, body.opinion, context.member, context.now, setting),
    { around: true },
  )
