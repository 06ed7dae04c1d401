import type { submitSubmission as operation } from '@anjie/contracts/operations/submissions'
import { submitSubmission as decide } from '@anjie/domain/submissions/submitSubmission'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const submitSubmission: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeSubmission(
    context,
    params.submissionId,
    ({ record, setting }) => decide(record.state, context.member, context.now, setting),
    { around: true },
  )
