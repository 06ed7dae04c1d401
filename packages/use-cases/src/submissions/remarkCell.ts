import type { remarkCell as operation } from '@anjie/contracts/operations/submissions'
import { remarkCell as decide } from '@anjie/domain/submissions/remarkCell'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const remarkCell: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, body, context.member, context.now, setting),
  )
