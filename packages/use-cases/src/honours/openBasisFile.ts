import type { openBasisFile as operation } from '@anjie/contracts/operations/honours'
import { attachedFile } from '@anjie/domain/honours/recordFiles'
import { evidenceKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { filesPlace } from './basisFiles.ts'

/** A short-lived address of 批准文件, for whoever reads the basis: the own level and all below it. */
export const openBasisFile: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'legal-basis', params.basisId)
  if (!found.ok) return found
  const { state } = found.value
  const file = attachedFile(state.files ?? [], params.fileId)
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份批准文件' })
  const { fileName, contentType, mark = '' } = file
  const key = evidenceKey(filesPlace(state), file.id, mark)
  return ok({ url: await context.evidence.downloadUrl(key, fileName, contentType), fileName })
}
