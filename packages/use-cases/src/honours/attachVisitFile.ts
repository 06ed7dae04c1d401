import type { attachVisitFile as operation } from '@anjie/contracts/operations/honours'
import { attachVisitFile as decide } from '@anjie/domain/honours/decisions/visitFile'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { err } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { visitPlace } from './visitFiles.ts'

/** Looks at what was uploaded; only a file that is there and is what it was said to be is kept with the visit. */
export const attachVisitFile: Command<InputOf<typeof operation>> = (context, { params }) =>
  changeApplication(context, params.applicationId, async (application) => {
    const { evidence, member, now } = context
    const visit = application.visits?.find(({ number }) => number === params.visit)
    const isOwn = visit?.jurisdiction === member.jurisdiction.code
    const isListed = visit?.files?.some(({ id }) => id === params.evidenceId) === true
    const place = visitPlace(application, member.jurisdiction.code)
    const pending = pendingKey(place, params.evidenceId)
    const seen = isOwn && isListed ? await evidence.inspect(pending) : undefined
    const decided = decide(application, params.visit, params.evidenceId, seen, member, now)
    if (!decided.ok || seen === undefined) return { decided }
    const kept = await evidence.keep(pending, evidenceKey(place, params.evidenceId, seen.etag), seen.etag)
    return {
      decided: kept
        ? decided
        : err({ code: 'evidence-not-uploaded' as const, detail: '文件在核对期间被重新上传，请重试' }),
    }
  })
