import type { requestEvidenceUpload as operation } from '@anjie/contracts/operations/submissions'
import { MAX_EVIDENCE_BYTES } from '@anjie/contracts/vocabulary/submission'
import { evidenceKey } from '@anjie/domain/intake/evidenceKey'
import { requestEvidence } from '@anjie/domain/intake/requestEvidence'
import { evidenceIdOf } from '@anjie/domain/intake/submissionIds'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { changeSubmission } from './changeSubmission.ts'
import { findSubmissionCase } from './submissionCase.ts'

/** Takes a slot for one file and answers with the form by which the browser sends it straight to the file store. */
export const requestEvidenceUpload: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const found = await findSubmissionCase(context, params.submissionId)
  if (!found.ok) return found
  const { state } = found.value.record
  const id = evidenceIdOf(state.county, context.newId())
  const upload = await context.evidence.uploadForm(evidenceKey(state, id), body.contentType, MAX_EVIDENCE_BYTES)
  return changeSubmission(
    context,
    params.submissionId,
    ({ record, setting }) => requestEvidence(record.state, { id, ...body }, context.member, context.now, setting),
    (reply) => ({ ...reply, id, extra: { upload } }),
  )
}
