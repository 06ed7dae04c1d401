import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  type EvidenceType,
  MAX_EVIDENCE_PER_SUBMISSION,
  type Submission,
} from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { announcedFault, withoutAbandoned } from './evidenceFile.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

export interface RequestedEvidence {
  readonly id: EvidenceId
  readonly item: string
  readonly fileName: string
  readonly contentType: EvidenceType
  readonly bytes: number
}

/** 登记佐证材料: a slot for one file of one item. It counts as evidence only once the file was seen. */
export function requestEvidence(
  state: Submission,
  requested: RequestedEvidence,
  member: Membership,
  now: string,
  setting: SubmissionSetting,
): Result<Decision<Submission, 'EvidenceRequested'>, Problem> {
  const permitted = permitSubmissionAction(state, 'attach', member, setting)
  if (!permitted.ok) return permitted
  const item = setting.form.cells.find((cell) => cell.item.code === requested.item)?.item
  if (item === undefined)
    return err({ code: 'item-unknown', detail: `本表没有数据项“${requested.item}”`, pointer: '/item' })
  const fault = announcedFault(requested, setting.alsoAccepts)
  if (fault !== null) return err(fault)
  const kept = withoutAbandoned(state.evidence, now)
  if (kept.length >= MAX_EVIDENCE_PER_SUBMISSION)
    return err({ code: 'evidence-refused', detail: `一张填报表最多${MAX_EVIDENCE_PER_SUBMISSION}个佐证文件` })
  return ok({
    next: {
      ...state,
      evidence: [...kept, { ...requested, status: 'pending', uploadedBy: member.personId, uploadedAt: now }],
      enteredBy: withHand(state, member),
      updatedAt: now,
    },
    fact: { type: 'EvidenceRequested', details: { item: item.name, file: requested.fileName } },
  })
}
