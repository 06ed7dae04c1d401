import type { confirmPrefilled as operation } from '@anjie/contracts/operations/submissions'
import { confirmPrefilled as decide } from '@anjie/domain/submissions/confirmPrefilled'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const confirmPrefilled: Command<InputOf<typeof operation>> = (context, { params, body }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, body.figures, context.member, context.now, setting),
  )
