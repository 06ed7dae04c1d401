import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import {
  EVIDENCE_TYPES,
  type EvidenceType,
  MAX_EVIDENCE_BYTES,
  MAX_EVIDENCE_PER_SUBMISSION,
  type Submission,
} from '@anjie/contracts/vocabulary/submissions/submission'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decision } from '../decision.ts'
import { permitSubmissionAction, type SubmissionSetting } from './submissionTransitions.ts'
import { withHand } from './withHand.ts'

/** An upload form is valid for ten minutes; a slot that is still empty after an hour was given up. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000

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
  if (requested.bytes > MAX_EVIDENCE_BYTES)
    return err({ code: 'evidence-refused', detail: '单个文件不超过20MB', pointer: '/bytes' })
  const type = EVIDENCE_TYPES[requested.contentType]
  if (!hasExtension(requested.fileName, type.extension))
    return err({
      code: 'evidence-refused',
      detail: `“${requested.fileName}”的扩展名与${type.name}（.${type.extension}）不符`,
      pointer: '/fileName',
    })
  const kept = state.evidence.filter(
    (evidence) =>
      evidence.status === 'attached' || Date.parse(now) - Date.parse(evidence.uploadedAt) < ABANDONED_AFTER_MS,
  )
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

function hasExtension(fileName: string, extension: string): boolean {
  const name = fileName.toLowerCase()
  return name.endsWith(`.${extension}`) || (extension === 'jpg' && name.endsWith('.jpeg'))
}
