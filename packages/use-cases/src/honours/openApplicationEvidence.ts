import type { openApplicationEvidence as operation } from '@anjie/contracts/operations/honours'
import { evidenceKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { findApplication } from './honourRecords.ts'

/** A short-lived address of a file of an application that the caller may see. */
export const openApplicationEvidence: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const { county, evidence = [] } = found.value.state
  const file = evidence.find(({ id, status }) => id === params.evidenceId && status === 'attached')
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份佐证材料' })
  const { fileName, contentType, mark = '', keptWith = params.applicationId } = file
  const key = evidenceKey({ id: keptWith, county }, file.id, mark)
  return ok({ url: await context.evidence.downloadUrl(key, fileName, contentType), fileName })
}
