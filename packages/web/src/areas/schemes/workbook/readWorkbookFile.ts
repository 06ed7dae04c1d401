import type { Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import { err, type Result } from '@anjie/kernel'
import { isMissingChunk } from '../../../app/missingChunk.ts'
import { commonWords } from '../../../locales/zh-CN/common.ts'
import { workbookWords as words } from '../../../locales/zh-CN/schemes.ts'
import type { SheetFault } from './SheetFaults.tsx'

/** What is said in place of faults when the reading itself did not come about. */
export const notRead = (thrown: unknown): readonly SheetFault[] => {
  console.error(thrown)
  return [{ sheet: '', row: 0, column: '', message: isMissingChunk(thrown) ? commonWords.newVersion : words.failed }]
}

/** A scheme out of a workbook that somebody chose. The reader of workbooks is loaded only now. */
export async function readWorkbookFile(file: File): Promise<Result<Scheme, readonly SheetFault[]>> {
  try {
    const { readSchemeWorkbook } = await import('@anjie/documents/readSchemeWorkbook')
    return await readSchemeWorkbook(new Uint8Array(await file.arrayBuffer()))
  } catch (thrown) {
    return err(notRead(thrown))
  }
}
