import type { explainCheck as operation } from '@anjie/contracts/operations/submissions'
import { explainCheck as decide } from '@anjie/domain/submissions/explainCheck'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const explainCheck: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(
    context,
    params.submissionId,
    ({ record, setting }) => decide(record.state, body.check, body.text, context.member, context.now, setting),
    { around: true },
  )
