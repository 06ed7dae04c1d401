import type { attachBasisFile as operation } from '@anjie/contracts/operations/honours'
import { withReceived } from '@anjie/domain/honours/recordFiles'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { filesPlace, stepBasisFiles } from './basisFiles.ts'

/** Looks at what was uploaded; only a file that is what it was said to be is kept. */
export const attachBasisFile: Command<InputOf<typeof operation>> = (context, { params }) =>
  stepBasisFiles(context, params.basisId, async (state) => {
    const { evidence, now } = context
    const place = filesPlace(state)
    const pending = pendingKey(place, params.fileId)
    const announced = state.files?.find(({ id }) => id === params.fileId)
    const seen = announced === undefined ? undefined : await evidence.inspect(pending)
    const files = withReceived(state.files ?? [], params.fileId, seen, now)
    if (!files.ok) return files
    if (announced === undefined || seen === undefined) throw new Error('a file that was not seen was received')
    if (!(await evidence.keep(pending, evidenceKey(place, params.fileId, seen.etag), seen.etag)))
      return err({ code: 'evidence-not-uploaded' as const, detail: '文件在核对期间被重新上传，请重试' })
    return ok({
      files: files.value,
      type: 'BasisFileAttached' as const,
      details: { file: announced.fileName },
      replyId: state.id,
    })
  })
