import type { attachEvidence as operation } from '@anjie/contracts/operations/submissions'
import { attachEvidence as decide } from '@anjie/domain/submissions/attachEvidence'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { err } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

/** Nothing is there to be scanned. */
const UNABLE = { result: 'unable' } as const

/** Looks at what was uploaded; only a file that is there and is what it was said to be counts as evidence, and is kept. */
export const attachEvidence: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeSubmission(context, params.submissionId, async ({ record, setting }) => {
    const isListed = record.state.evidence.some((evidence) => evidence.id === params.evidenceId)
    const pending = pendingKey(record.state, params.evidenceId)
    const seen = isListed ? await context.evidence.inspect(pending) : undefined
    const scan = seen === undefined ? UNABLE : await context.evidence.scan(pending, seen.bytes)
    const decision = decide(record.state, params.evidenceId, seen, scan, context.member, context.now, setting)
    if (!decision.ok || seen === undefined) return decision
    const kept = await context.evidence.keep(
      pending,
      evidenceKey(record.state, params.evidenceId, seen.etag),
      seen.etag,
    )
    return kept ? decision : err({ code: 'evidence-not-uploaded', detail: '文件在核对期间被重新上传，请重试' })
  })
