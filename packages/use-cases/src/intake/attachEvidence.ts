import type { attachEvidence as operation } from '@anjie/contracts/operations/submissions'
import { attachEvidence as decide } from '@anjie/domain/intake/attachEvidence'
import { evidenceKey } from '@anjie/domain/intake/evidenceKey'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

/** Looks at what was uploaded; only a file that is there and is what it was said to be counts as evidence. */
export const attachEvidence: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeSubmission(context, params.submissionId, async ({ record, setting }) => {
    const isListed = record.state.evidence.some((evidence) => evidence.id === params.evidenceId)
    const seen = isListed ? await context.evidence.inspect(evidenceKey(record.state, params.evidenceId)) : undefined
    return decide(record.state, params.evidenceId, seen, context.member, context.now, setting)
  })
