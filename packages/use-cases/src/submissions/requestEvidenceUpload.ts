import type { requestEvidenceUpload as operation } from '@anjie/contracts/operations/submissions'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submissions/submission'
import { pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { requestEvidence } from '@anjie/domain/submissions/requestEvidence'
import { evidenceIdOf } from '@anjie/domain/submissions/submissionIds'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'
import { findSubmissionCase } from './submissionCase.ts'

type Requested = Command<InputOf<typeof operation>>

const takeSlot: Requested = (context, { params, body }) => {
  let id: string | undefined
  return changeSubmission(
    context,
    params.submissionId,
    ({ record, setting }) => {
      const slot = evidenceIdOf(record.state.county, context.newId())
      id = slot
      return requestEvidence(record.state, { id: slot, ...body }, context.member, context.now, setting)
    },
    {
      replyWith: (reply) => {
        if (id === undefined) throw new Error('the slot of an upload was granted and not made')
        return { ...reply, id }
      },
    },
  )
}

/** The form is good for ten minutes and a repeat is answered for a week, so each answer gets a form of its own for the same slot. */
const formForSlot: NonNullable<Requested['completeAnswer']> = async (context, { params }, { id }) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { state } = found.value.record
  const slot = state.evidence.find((file) => file.id === id && file.status === 'pending')
  if (slot === undefined) {
    return err({ code: 'evidence-refused', detail: '这份佐证材料已经上传或已被移除，请刷新填报表后查看' })
  }
  const upload = await context.evidence.uploadForm(pendingKey(state, id), slot.contentType, MAX_EVIDENCE_BYTES)
  return ok({ upload })
}

/** Takes a slot for one file and answers with the form by which the browser sends it straight to the file store. */
export const requestEvidenceUpload = Object.assign(takeSlot, { completeAnswer: formForSlot })
