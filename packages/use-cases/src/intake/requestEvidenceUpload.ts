import type { requestEvidenceUpload as operation } from '@anjie/contracts/operations/submissions'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submission'
import { pendingKey } from '@anjie/domain/intake/evidenceKey'
import { requestEvidence } from '@anjie/domain/intake/requestEvidence'
import { evidenceIdOf } from '@anjie/domain/intake/submissionIds'
import type { InputOf } from '../input.ts'
import type { Command, EvidenceFiles } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'

type Slot = { readonly id: string; readonly upload: Awaited<ReturnType<EvidenceFiles['uploadForm']>> }

/** Takes a slot for one file and answers with the form by which the browser sends it straight to the file store. */
export const requestEvidenceUpload: Command<InputOf<typeof operation>> = (context, { params, body }) => {
  let slot: Slot | undefined
  return changeSubmission(
    context,
    params.submissionId,
    async ({ record, setting }) => {
      const id = evidenceIdOf(record.state.county, context.newId())
      const decision = requestEvidence(record.state, { id, ...body }, context.member, context.now, setting)
      if (decision.ok) {
        const key = pendingKey(record.state, id)
        slot = { id, upload: await context.evidence.uploadForm(key, body.contentType, MAX_EVIDENCE_BYTES) }
      }
      return decision
    },
    (reply) => {
      if (slot === undefined) throw new Error('the slot of an upload was granted and not made')
      return { ...reply, id: slot.id, extra: { upload: slot.upload } }
    },
  )
}
