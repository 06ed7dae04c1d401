import type { acceptExplanation as operation } from '@anjie/contracts/operations/submissions'
import { acceptExplanation as decide } from '@anjie/domain/submissions/acceptExplanation'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const acceptExplanation: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(
    context,
    params.submissionId,
    ({ record, setting }) => decide(record.state, body.check, context.member, context.now, setting),
    { around: true },
  )
