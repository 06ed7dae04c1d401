import type { openCountyHonourFile as operation } from '@anjie/contracts/operations/honours'
import { attachedFile } from '@anjie/domain/honours/recordFiles'
import { evidenceKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** A short-lived address of the paper, for whoever may see the honour. */
export const openCountyHonourFile: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findRecord(context, 'county-honour', params.countyHonourId)
  if (!found.ok) return found
  const { state } = found.value
  const file = attachedFile(state.files, params.evidenceId)
  if (file === undefined) return err({ code: 'not-found', detail: '没有找到这份文件' })
  const key = evidenceKey(state, file.id, file.mark ?? '')
  return ok({
    url: await context.evidence.downloadUrl(key, file.fileName, file.contentType),
    fileName: file.fileName,
  })
}
