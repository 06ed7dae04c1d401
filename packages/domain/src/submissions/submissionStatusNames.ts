import type { SubmissionStatus } from '@anjie/contracts/vocabulary/submissions/submission'

/** A list of forms shows these, and needs nothing of the rules. */
export const SUBMISSION_STATUS_NAMES = {
  draft: '填报中',
  submitted: '待县级审核',
  verified: '待市级审定',
  accepted: '市级已审定',
  'called-back': '已撤回',
} as const satisfies Record<SubmissionStatus, string>
