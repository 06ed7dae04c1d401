import { dayText } from '@anjie/calendar-cn'
import type { FactDetailsOf, FactTypeOf } from '@anjie/contracts/facts/facts'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  type Application,
  type CriterionEvidence,
  MAX_EVIDENCE_PER_APPLICATION,
} from '@anjie/contracts/vocabulary/honours/application'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok } from '@anjie/kernel'
import { announcedFault, receivedFile, type SeenFile, withoutAbandoned } from '../../submissions/evidenceFile.ts'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { askedCriteria } from '../askedCriteria.ts'
import { hasExpired } from '../evidenceTerm.ts'
import { withAuthor } from '../person.ts'

/** A file as the applicant announces it. */
export type AnnouncedFile = Pick<
  CriterionEvidence,
  'id' | 'criterion' | 'fileName' | 'contentType' | 'bytes' | 'expiresOn'
>

/** 登记佐证材料: a slot for one file of one criterion. It counts only once the file was seen. */
export function requestEvidence(
  application: Application,
  file: AnnouncedFile,
  type: HonourType,
  member: Membership,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'save', member, {})
  if (!step.ok) return step
  const criterion = askedCriteria(type).find(({ code }) => code === file.criterion)
  if (criterion === undefined) return err({ code: 'invalid-input', detail: '没有这项创建条件', pointer: '/criterion' })
  const fault = announcedFault(file)
  if (fault !== null) return err(fault)
  if (file.expiresOn !== undefined && file.expiresOn < today)
    return err({
      code: 'evidence-refused',
      detail: `“${file.fileName}”的有效期已于${dayText(file.expiresOn)}届满，请换用有效的材料`,
      pointer: '/expiresOn',
    })
  const kept = withoutAbandoned(application.evidence ?? [], at)
  if (kept.length >= MAX_EVIDENCE_PER_APPLICATION) return err(TOO_MANY)
  return changed(
    application,
    [...kept, { ...file, status: 'pending', uploadedBy: member.personId, uploadedAt: at }],
    'ApplicationEvidenceRequested',
    { criterion: criterion.name, file: file.fileName },
    member,
    at,
  )
}

const TOO_MANY = {
  code: 'evidence-refused',
  detail: `一份申报最多${MAX_EVIDENCE_PER_APPLICATION}个佐证文件`,
} as const
const NOT_THERE = { code: 'not-found', detail: '本申报没有这份佐证材料' } as const

/** The file among those of the application, where the post may change them now. */
function fileToChange(application: Application, evidenceId: EvidenceId, member: Membership) {
  const files = application.evidence ?? []
  const file = files.find(({ id }) => id === evidenceId)
  if (file === undefined) return err(NOT_THERE)
  const step = permitApplicationAction(application, 'save', member, {})
  return step.ok ? ok({ file, files }) : step
}

/** 确认上传: the file was seen, and it is what it was said to be. */
export function attachEvidence(
  application: Application,
  evidenceId: EvidenceId,
  seen: SeenFile,
  member: Membership,
  at: string,
): Decided {
  const found = fileToChange(application, evidenceId, member)
  if (!found.ok) return found
  const { file, files } = found.value
  const received = receivedFile(file, seen, at)
  if (!received.ok) return received
  return changed(
    application,
    files.map((each) => (each.id === evidenceId ? { ...each, ...received.value } : each)),
    'ApplicationEvidenceAttached',
    { file: file.fileName, size: `${received.value.bytes}字节` },
    member,
    at,
  )
}

/** 移除佐证材料. Earlier facts still tell that it was there. */
export function removeEvidence(
  application: Application,
  evidenceId: EvidenceId,
  member: Membership,
  at: string,
): Decided {
  const found = fileToChange(application, evidenceId, member)
  if (!found.ok) return found
  const { file, files } = found.value
  return changed(
    application,
    files.filter(({ id }) => id !== evidenceId),
    'ApplicationEvidenceRemoved',
    { file: file.fileName },
    member,
    at,
  )
}

export interface EarlierFile {
  /** The application with which it was uploaded. */
  readonly from: Pick<Application, 'id' | 'unitId' | 'roundName'>
  readonly file: CriterionEvidence
}

/** 沿用 a file that the same unit uploaded before: it is not sent twice, and still shows when it was uploaded. */
export function reuseEvidence(
  application: Application,
  { from, file }: EarlierFile,
  criterionCode: string,
  type: HonourType,
  member: Membership,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'save', member, {})
  if (!step.ok) return step
  const criterion = askedCriteria(type).find(({ code }) => code === criterionCode)
  if (criterion === undefined) return err({ code: 'invalid-input', detail: '没有这项创建条件', pointer: '/criterion' })
  if (from.unitId !== application.unitId || file.status !== 'attached')
    return err({ code: 'evidence-refused', detail: '只能沿用本单位已上传的佐证材料', pointer: '/evidenceId' })
  if (hasExpired(file, today))
    return err({
      code: 'evidence-refused',
      detail: `“${file.fileName}”的有效期已于${dayText(file.expiresOn ?? today)}届满，不能沿用`,
      pointer: '/evidenceId',
    })
  const files = withoutAbandoned(application.evidence ?? [], at)
  if (files.some(({ id }) => id === file.id))
    return err({ code: 'evidence-refused', detail: `“${file.fileName}”已在本申报中`, pointer: '/evidenceId' })
  if (files.length >= MAX_EVIDENCE_PER_APPLICATION) return err(TOO_MANY)
  return changed(
    application,
    [...files, { ...file, criterion: criterionCode, keptWith: file.keptWith ?? from.id }],
    'ApplicationEvidenceReused',
    { criterion: criterion.name, file: file.fileName, from: from.roundName },
    member,
    at,
  )
}

type EvidenceFact = Extract<FactTypeOf<'application'>, `ApplicationEvidence${string}`>

function changed<T extends EvidenceFact>(
  application: Application,
  evidence: CriterionEvidence[],
  type: T,
  details: FactDetailsOf<T>,
  member: Membership,
  at: string,
): Decided {
  return ok({
    application: {
      next: { ...application, evidence, enteredBy: withAuthor(application.enteredBy, member), updatedAt: at },
      // Type and details belong together by the signature above.
      fact: { type, details } as never,
    },
  })
}
