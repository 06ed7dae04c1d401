import type { openApplicationEvidence as operation } from '@anjie/contracts/operations/honours'
import type { Application, RecordedVisit } from '@anjie/contracts/vocabulary/honours/application'
import type { EvidenceId } from '@anjie/contracts/vocabulary/ids'
import { codeOf } from '@anjie/domain/access/index'
import { evidenceKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { findApplication } from './honourRecords.ts'
import { visitPlace } from './visitFiles.ts'

/** A short-lived address of a file of an application that the caller may see. */
export const openApplicationEvidence: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const { county, evidence = [], visits = [] } = found.value.state
  const visit = visits.find(({ files }) => files?.some(({ id }) => id === params.evidenceId))
  if (visit !== undefined) return openVisitFile(context, found.value.state, visit, params.evidenceId)
  const file = evidence.find(({ id, status }) => id === params.evidenceId && status === 'attached')
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份佐证材料' })
  const { fileName, contentType, mark = '', keptWith = params.applicationId } = file
  const key = evidenceKey({ id: keptWith, county }, file.id, mark)
  return ok({ url: await context.evidence.downloadUrl(key, fileName, contentType), fileName })
}

/** Of a visit: whoever made it reads its files, and the levels above; they lie under its code. */
async function openVisitFile(
  { evidence, scope }: QueryContext,
  application: Application,
  { files = [], jurisdiction, jurisdictionName }: RecordedVisit,
  id: EvidenceId,
): ReturnType<typeof openApplicationEvidence> {
  const file = files.find((each) => each.id === id && each.status === 'attached')
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份核查材料' })
  if (!jurisdiction.startsWith(codeOf(scope)))
    return err({ code: 'not-permitted', detail: `核查材料由${jurisdictionName}留存，本级不能打开` })
  const key = evidenceKey(visitPlace(application, jurisdiction), file.id, file.mark ?? '')
  return ok({ url: await evidence.downloadUrl(key, file.fileName, file.contentType), fileName: file.fileName })
}
