import type { requestVisitFile as operation } from '@anjie/contracts/operations/honours'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { requestVisitFile as decide } from '@anjie/domain/honours/decisions/visitFile'
import { pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { evidenceIdOf } from '@anjie/domain/submissions/submissionIds'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { findApplication } from './honourRecords.ts'
import { visitPlace } from './visitFiles.ts'

type Requested = Command<InputOf<typeof operation>>

const takeSlot: Requested = (context, { params, body }) => {
  const local = context.newId()
  return changeApplication(context, params.applicationId, (application) => {
    const id = evidenceIdOf(application.county, local)
    const decided = decide(application, params.visit, { id, ...body }, context.member, context.now)
    return { decided, replyId: id }
  })
}

/** As for evidence: each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const visit = found.value.state.visits?.find(({ number }) => number === params.visit)
  const slot = visit?.files?.find((file) => file.id === id && file.status === 'pending')
  if (visit === undefined || slot === undefined)
    return err({ code: 'evidence-refused', detail: '这份核查材料已经上传，请刷新申报后查看' })
  const key = pendingKey(visitPlace(found.value.state, visit.jurisdiction), slot.id)
  return ok({ upload: await context.evidence.uploadForm(key, slot.contentType, MAX_EVIDENCE_BYTES) })
}

/** Takes a slot for one file of a visit and answers with the form by which the browser sends it straight to the file store. */
export const requestVisitFile = Object.assign(takeSlot, { completeAnswer: formForSlot })
