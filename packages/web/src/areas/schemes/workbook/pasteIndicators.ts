import type { Scheme, SchemeNode } from '@anjie/contracts/vocabulary/schemes/scheme'
import { err, ok, type Result } from '@anjie/kernel'
import { freeCode } from '../editor/tree.ts'
import { notRead } from './readWorkbookFile.ts'
import type { SheetFault } from './SheetFaults.tsx'

/** Whether text on the clipboard was copied in a spreadsheet, and not a word for one field. */
export const isTabular = (text: string): boolean => /\t|\n./.test(text.trim())

/** Indicators out of pasted rows; the reader is loaded only now. Rows that name no rule get the plainest one, unsaid: the check asks for it. */
export async function pasteIndicators(
  text: string,
  scheme: Scheme,
  parent: string,
): Promise<Result<readonly SchemeNode[], readonly SheetFault[]>> {
  try {
    const { readIndicatorPaste } = await import('@anjie/documents/readIndicatorPaste')
    // No item has this code: by it the rows without a rule are known again.
    const nobody = freeCode(
      scheme.items.map(({ code }) => code),
      'D',
    )
    const emptyScoring = { method: 'fixed_deduct', item: nobody, points: '1' } as const
    const read = readIndicatorPaste({ text, scheme, parent, emptyScoring })
    return read.ok ? ok(read.value.map((node) => withoutRule(node, nobody))) : read
  } catch (thrown) {
    return err(notRead(thrown))
  }
}

function withoutRule(node: SchemeNode, nobody: string): SchemeNode {
  if (node.kind === 'branch') return { ...node, children: node.children.map((child) => withoutRule(child, nobody)) }
  const { scoring } = node
  return scoring.method === 'fixed_deduct' && scoring.item === nobody
    ? { ...node, scoring: { ...scoring, item: '', points: '' } }
    : node
}
