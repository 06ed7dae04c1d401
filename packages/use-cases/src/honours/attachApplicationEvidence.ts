import type { attachApplicationEvidence as operation } from '@anjie/contracts/operations/honours'
import { attachEvidence } from '@anjie/domain/honours/decisions/evidence'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { err } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'

/** Looks at what was uploaded; only a file that is there and is what it was said to be counts as evidence, and is kept. */
export const attachApplicationEvidence: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { evidence, member, now } = context
    const isListed = application.evidence?.some(({ id }) => id === params.evidenceId) === true
    const pending = pendingKey(application, params.evidenceId)
    const seen = isListed ? await evidence.inspect(pending) : undefined
    const decided = attachEvidence(application, params.evidenceId, seen, member, now)
    if (!decided.ok || seen === undefined) return { decided }
    const kept = await evidence.keep(pending, evidenceKey(application, params.evidenceId, seen.etag), seen.etag)
    return {
      decided: kept
        ? decided
        : err({ code: 'evidence-not-uploaded' as const, detail: '文件在核对期间被重新上传，请重试' }),
    }
  })
