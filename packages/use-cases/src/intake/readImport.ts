import type { readImport as operation } from '@anjie/contracts/operations/intake'
import { MAX_IMPORT_BYTES } from '@anjie/contracts/vocabulary/intake/importBatch'
import { importFileKey } from '@anjie/domain/intake/importFileKey'
import { readingAsked } from '@anjie/domain/intake/importSteps'
import { isReadingOverdue } from '@anjie/domain/intake/importTransitions'
import { err } from '@anjie/kernel'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitImport } from './commitImport.ts'
import { findImport } from './findImport.ts'

/**
 * 交付读取: the file that was uploaded goes to the importer. The order is sent once the batch says so: one that is lost in between, or
 * whose reading was stopped, is asked for again after a while.
 */
export const readImport: Command<InputOf<typeof operation>> = async (context, { params }) => {
  const found = await findImport(context, params.batchId, 'read')
  if (!found.ok) return found
  const { state, version } = found.value
  const reading = (await context.store.get('import-reading', state.id))?.state
  if (state.status === 'reading' && !isReadingOverdue(state, reading, context.now))
    return err({ code: 'transition-not-allowed', detail: '文件正在读取，请稍候' })
  const seen = await context.evidence.inspect(importFileKey(state.id))
  if (seen === undefined) return err({ code: 'evidence-not-uploaded', detail: '文件还没有上传完，请重新选择文件' })
  if (seen.bytes > MAX_IMPORT_BYTES) return err({ code: 'import-refused', detail: '文件超过30MB，请分成几个文件' })
  const decision = readingAsked(state, seen.etag, context.now)
  const written = await commitImport(context, version, decision)
  if (written.ok)
    await context.importOrders.send({ batchId: state.id, attempt: decision.next.attempt, mark: seen.etag })
  return written
}
