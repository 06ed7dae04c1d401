import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { EVIDENCE_TYPES, MAX_EVIDENCE_BYTES, type Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { agreesWithType } from './fileSignature.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

/** What the file store says about an upload; `undefined`: nothing is there. */
export type SeenFile = { readonly bytes: number; readonly head: Uint8Array; readonly etag: string } | undefined

/** 确认上传: the file was seen, and it is what it was said to be. */
export function attachEvidence(
  state: Submission,
  evidenceId: string,
  seen: SeenFile,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'EvidenceAttached'>, Problem> {
  const evidence = state.evidence.find((each) => each.id === evidenceId)
  if (evidence === undefined) return err({ code: 'not-found', detail: '本表没有这份佐证材料' })
  const permitted = permitSubmissionAction(state, 'attach', member, setting)
  if (!permitted.ok) return permitted
  if (evidence.status === 'attached')
    return err({ code: 'transition-not-allowed', detail: `“${evidence.fileName}”已经上传，不能替换` })
  if (seen === undefined || seen.bytes === 0)
    return err({ code: 'evidence-not-uploaded', detail: `没有收到“${evidence.fileName}”` })
  if (seen.bytes > MAX_EVIDENCE_BYTES)
    return err({ code: 'evidence-refused', detail: `“${evidence.fileName}”超过20MB` })
  if (!agreesWithType(seen.head, evidence.contentType))
    return err({
      code: 'evidence-refused',
      detail: `“${evidence.fileName}”的内容不是${EVIDENCE_TYPES[evidence.contentType].name}文件`,
    })
  return ok({
    next: {
      ...state,
      evidence: state.evidence.map((each) =>
        each.id === evidenceId
          ? { ...each, status: 'attached', mark: seen.etag, bytes: seen.bytes, uploadedAt: now }
          : each,
      ),
      enteredBy: withHand(state, member),
      updatedAt: now,
    },
    fact: {
      type: 'EvidenceAttached',
      details: { file: evidence.fileName, size: `${seen.bytes}字节` },
    },
  })
}
