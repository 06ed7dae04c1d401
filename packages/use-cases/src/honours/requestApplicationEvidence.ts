import { beijingDate } from '@anjie/calendar-cn'
import type { requestApplicationEvidence as operation } from '@anjie/contracts/operations/honours'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { requestEvidence } from '@anjie/domain/honours/decisions/evidence'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import { pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { evidenceIdOf } from '@anjie/domain/submissions/submissionIds'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeApplication } from './changeApplication.ts'
import { findApplication, getRoundOf } from './honourRecords.ts'

type Requested = Command<InputOf<typeof operation>>

const takeSlot: Requested = (context, { params, body }) => {
  const local = context.newId()
  return changeApplication(context, params.applicationId, async (application) => {
    const { store, member, now } = context
    const id = evidenceIdOf(application.county, local)
    const { expiresOn, ...file } = body
    const announced = { id, ...file, ...(expiresOn === undefined ? {} : { expiresOn }) }
    const type = typeOfRound(await getRoundOf(store, application))
    return { decided: requestEvidence(application, announced, type, member, beijingDate(now), now), replyId: id }
  })
}

/** The form is good for ten minutes and a repeat is answered for a week, so each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state } = found.value
  const slot = state.evidence?.find((file) => file.id === id && file.status === 'pending')
  if (slot === undefined)
    return err({ code: 'evidence-refused', detail: '这份佐证材料已经上传或已被移除，请刷新申报后查看' })
  const upload = await context.evidence.uploadForm(pendingKey(state, id), slot.contentType, MAX_EVIDENCE_BYTES)
  return ok({ upload })
}

/** Takes a slot for one file and answers with the form by which the browser sends it straight to the file store. */
export const requestApplicationEvidence = Object.assign(takeSlot, { completeAnswer: formForSlot })
