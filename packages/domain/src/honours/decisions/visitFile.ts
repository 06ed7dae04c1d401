import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import {
  type Application,
  MAX_FILES_PER_VISIT,
  type RecordedVisit,
} from '@anjie/contracts/vocabulary/honours/application'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { announcedFault, receivedFile, type SeenFile, withoutAbandoned } from '../../submissions/evidenceFile.ts'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'

type VisitFile = NonNullable<RecordedVisit['files']>[number]
type Announced = Pick<VisitFile, 'id' | 'fileName' | 'contentType' | 'bytes'>

/** The visit to which this post may add files now: one that its own level has recorded. */
function visitToFile(application: Application, number: number, member: Membership): Result<RecordedVisit, Problem> {
  const step = permitApplicationAction(application, 'visit', member, {})
  if (!step.ok) return step
  const visit = application.visits?.find((each) => each.number === number)
  if (visit === undefined) return err({ code: 'not-found', detail: '没有这次现场核查' })
  return visit.jurisdiction === member.jurisdiction.code
    ? ok(visit)
    : err({ code: 'not-permitted', detail: `这次核查由${visit.jurisdictionName}登记，材料由其上传` })
}

/** A slot for one file of a visit. */
export function requestVisitFile(
  application: Application,
  number: number,
  file: Announced,
  member: Membership,
  at: string,
): Decided {
  const visit = visitToFile(application, number, member)
  if (!visit.ok) return visit
  const fault = announcedFault(file)
  if (fault !== null) return err(fault)
  const files = withoutAbandoned(visit.value.files ?? [], at)
  if (files.length >= MAX_FILES_PER_VISIT)
    return err({ code: 'evidence-refused', detail: `一次核查最多${MAX_FILES_PER_VISIT}个文件` })
  const slot: VisitFile = { ...file, status: 'pending', uploadedBy: member.personId, uploadedAt: at }
  return filed(application, { ...visit.value, files: [...files, slot] }, 'VisitFileRequested', file.fileName, at)
}

/** 确认上传: the file was seen, and it is what it was said to be. */
export function attachVisitFile(
  application: Application,
  number: number,
  id: EvidenceId,
  seen: SeenFile,
  member: Membership,
  at: string,
): Decided {
  const visit = visitToFile(application, number, member)
  if (!visit.ok) return visit
  const file = visit.value.files?.find((each) => each.id === id)
  if (file === undefined) return err({ code: 'not-found', detail: '这次核查没有这份材料' })
  const received = receivedFile(file, seen, at)
  if (!received.ok) return received
  const files = (visit.value.files ?? []).map((each) => (each.id === id ? { ...each, ...received.value } : each))
  return filed(application, { ...visit.value, files }, 'VisitFileAttached', file.fileName, at)
}

function filed(
  application: Application,
  visit: RecordedVisit,
  type: 'VisitFileRequested' | 'VisitFileAttached',
  file: string,
  at: string,
): Decided {
  const visits = (application.visits ?? []).map((each) => (each.number === visit.number ? visit : each))
  return ok({
    application: {
      next: { ...application, visits, updatedAt: at },
      fact: { type, details: { visit: `第${visit.number}次`, file } },
    },
  })
}
