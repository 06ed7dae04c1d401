import type {
  attachRectificationFile as attachOperation,
  openRectificationFile as openOperation,
  requestRectificationFile as requestOperation,
} from '@anjie/contracts/operations/supervision'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { attachedFile } from '@anjie/domain/honours/recordFiles'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { evidenceIdOf } from '@anjie/domain/submissions/submissionIds'
import {
  attachRectificationFile as attach,
  requestRectificationFile as request,
  roundOf,
} from '@anjie/domain/supervision/rectificationSteps'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Command, Query } from '../ports.ts'
import { changeRectification } from './changeRectification.ts'

type Requested = Command<InputOf<typeof requestOperation>>

const takeSlot: Requested = async (context, { params, body }) => {
  const found = await findRecord(context, 'rectification', params.rectificationId)
  if (!found.ok) return found
  const id = evidenceIdOf(found.value.state.county, context.newId())
  return changeRectification(
    context,
    params.rectificationId,
    (state) => request(state, { id, ...body }, context.member, context.now),
    id,
  )
}

/** As for evidence: each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findRecord(context, 'rectification', params.rectificationId)
  if (!found.ok) return found
  const slot = roundOf(found.value.state).files.find((file) => file.id === id && file.status === 'pending')
  if (slot === undefined) return err({ code: 'evidence-refused', detail: '这份整改材料已经上传，请刷新后查看' })
  const key = pendingKey(found.value.state, slot.id)
  return ok({ upload: await context.evidence.uploadForm(key, slot.contentType, MAX_EVIDENCE_BYTES) })
}

/** Takes a slot for one file and answers with the form by which the browser sends it straight to the file store. */
export const requestRectificationFile = Object.assign(takeSlot, { completeAnswer: formForSlot })

/** Looks at what was uploaded; only a file that is there and is what it was said to be is kept. */
export const attachRectificationFile: Command<InputOf<typeof attachOperation>> = (context, { params }) =>
  changeRectification(context, params.rectificationId, async (state) => {
    const { evidence, member, now } = context
    const isListed = roundOf(state).files.some(({ id }) => id === params.evidenceId)
    const pending = pendingKey(state, params.evidenceId)
    const seen = isListed ? await evidence.inspect(pending) : undefined
    const decided = attach(state, params.evidenceId, seen, member, now)
    if (!decided.ok || seen === undefined) return decided
    const kept = await evidence.keep(pending, evidenceKey(state, params.evidenceId, seen.etag), seen.etag)
    return kept ? decided : err({ code: 'evidence-not-uploaded' as const, detail: '文件在核对期间被重新上传，请重试' })
  })

/** A short-lived address of a file of any round, for whoever may see the case. */
export const openRectificationFile: Query<InputOf<typeof openOperation>, OutputOf<typeof openOperation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'rectification', params.rectificationId)
  if (!found.ok) return found
  const { state } = found.value
  const file = attachedFile(
    state.rounds.flatMap(({ files }) => files),
    params.evidenceId,
  )
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份文件' })
  const key = evidenceKey(state, file.id, file.mark ?? '')
  return ok({ url: await context.evidence.downloadUrl(key, file.fileName, file.contentType), fileName: file.fileName })
}
