import { acceptExplanation } from './acceptExplanation.ts'
import { acceptSubmission } from './acceptSubmission.ts'
import { answerRemark } from './answerRemark.ts'
import { attachEvidence } from './attachEvidence.ts'
import { confirmPrefilled } from './confirmPrefilled.ts'
import { enterCommissionValues } from './enterCommissionValues.ts'
import { explainCheck } from './explainCheck.ts'
import { getCommissionValues } from './getCommissionValues.ts'
import { getCountedRows } from './getCountedRows.ts'
import { getPastValues } from './getPastValues.ts'
import { getReviewSignals } from './getReviewSignals.ts'
import { getSubmission } from './getSubmission.ts'
import { listSubmissions } from './listSubmissions.ts'
import { openEvidence } from './openEvidence.ts'
import { prefillValues } from './prefillValues.ts'
import { remarkCell } from './remarkCell.ts'
import { removeEvidence } from './removeEvidence.ts'
import { requestEvidenceUpload } from './requestEvidenceUpload.ts'
import { returnSubmission } from './returnSubmission.ts'
import { saveValues } from './saveValues.ts'
import { submitSubmission } from './submitSubmission.ts'
import { verifySubmission } from './verifySubmission.ts'
import { withdrawSubmission } from './withdrawSubmission.ts'

/** Use cases of the operations in `submissions.ts`, by operation id. */
export const SUBMISSIONS = {
  listSubmissions,
  getSubmission,
  getCountedRows,
  getPastValues,
  getReviewSignals,
  saveValues,
  prefillValues,
  confirmPrefilled,
  explainCheck,
  acceptExplanation,
  remarkCell,
  answerRemark,
  requestEvidenceUpload,
  attachEvidence,
  openEvidence,
  removeEvidence,
  submitSubmission,
  withdrawSubmission,
  verifySubmission,
  acceptSubmission,
  returnSubmission,
  getCommissionValues,
  enterCommissionValues,
} as const
