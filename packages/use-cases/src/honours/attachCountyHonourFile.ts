import type { attachCountyHonourFile as operation } from '@anjie/contracts/operations/honours'
import { withReceived } from '@anjie/domain/honours/recordFiles'
import { evidenceKey, pendingKey } from '@anjie/domain/submissions/evidenceKey'
import { err, ok } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { stepCountyHonour } from './countyHonourRecords.ts'

/** Looks at what was uploaded; only a file that is what it was said to be is kept. */
export const attachCountyHonourFile: Command<InputOf<typeof operation>> = (context, { params }) =>
  stepCountyHonour(context, params.countyHonourId, 'change', async (state) => {
    const { evidence, now } = context
    const pending = pendingKey(state, params.evidenceId)
    const announced = state.files.find(({ id }) => id === params.evidenceId)
    const seen = announced === undefined ? undefined : await evidence.inspect(pending)
    const files = withReceived(state.files, params.evidenceId, seen, now)
    if (!files.ok) return files
    if (announced === undefined || seen === undefined) throw new Error('a file that was not seen was received')
    if (!(await evidence.keep(pending, evidenceKey(state, params.evidenceId, seen.etag), seen.etag)))
      return err({ code: 'evidence-not-uploaded', detail: '文件在核对期间被重新上传，请重试' })
    return ok({
      next: { ...state, files: files.value, updatedAt: now },
      fact: { type: 'CountyHonourFileAttached', details: { file: announced.fileName } },
    })
  })
