import type { removeEvidence as operation } from '@anjie/contracts/operations/submissions'
import { removeEvidence as decide } from '@anjie/domain/submissions/removeEvidence'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

export const removeEvidence: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeSubmission(context, params.submissionId, ({ record, setting }) =>
    decide(record.state, params.evidenceId, context.member, context.now, setting),
  )
