import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { err, type Result } from '@anjie/kernel'
import { notRead } from './readWorkbookFile.ts'
import type { SheetFault } from './SheetFaults.tsx'

/** Whether text on the clipboard was copied in a spreadsheet, and not a word for one field. */
export const isTabular = (text: string): boolean => /\t|\n./.test(text.trim())

/** Indicators out of pasted rows; the reader is loaded only now. Rows that name no rule get the plainest one, to be changed. */
export async function pasteIndicators(
  text: string,
  scheme: Scheme,
  parent: string,
): Promise<Result<readonly SchemeNode[], readonly SheetFault[]>> {
  try {
    const { readIndicatorPaste } = await import('@anjie/documents/readIndicatorPaste')
    const item = scheme.items[0]?.code ?? ''
    return readIndicatorPaste({
      text,
      scheme,
      parent,
      emptyScoring: { method: 'fixed_deduct', item, points: '1' },
    })
  } catch (thrown) {
    return err(notRead(thrown))
  }
}
