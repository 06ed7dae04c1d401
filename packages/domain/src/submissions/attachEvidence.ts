import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { ScanResult, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { receivedFile, type SeenFile } from './evidenceFile.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

/** 确认上传: the file was seen, and it is what it was said to be. */
export function attachEvidence(
  state: Submission,
  evidenceId: string,
  seen: SeenFile,
  scan: ScanResult,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'EvidenceAttached'>, Problem> {
  const evidence = state.evidence.find((each) => each.id === evidenceId)
  if (evidence === undefined) return err({ code: 'not-found', detail: '本表没有这份佐证材料' })
  const permitted = permitSubmissionAction(state, 'attach', member, setting)
  if (!permitted.ok) return permitted
  const received = receivedFile(evidence, seen, now)
  if (!received.ok) return received
  return ok({
    next: {
      ...state,
      evidence: state.evidence.map((each) => (each.id === evidenceId ? { ...each, ...received.value, scan } : each)),
      enteredBy: withHand(state, member),
      updatedAt: now,
    },
    fact: {
      type: 'EvidenceAttached',
      details: {
        file: evidence.fileName,
        size: `${received.value.bytes}字节`,
        ...(scan.result === 'found' ? { virus: scan.name } : {}),
      },
    },
  })
}
