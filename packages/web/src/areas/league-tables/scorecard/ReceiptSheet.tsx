import type { Receipt, Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { appealWords } from '../../../locales/zh-CN/appeals.ts'
import { runWords as words } from '../../../locales/zh-CN/runs.ts'
import { Button } from '../../../ui/Button.tsx'
import { SideSheet } from '../../../ui/dialog/SideSheet.tsx'
import { ReceiptArticle } from './ReceiptArticle.tsx'

interface ReceiptSheetProps {
  readonly scorecard: Scorecard
  readonly receipt: Receipt
  readonly seal: string | undefined
  readonly onClose: () => void
  /** Opens a part of a heading. */
  readonly onOpen: (node: string) => void
  /** Challenges these points, where that is possible. */
  readonly onAppeal?: (receipt: Receipt) => void
}

/** A receipt beside the table that it was opened from; printing prints the receipt alone, on one page. */
export function ReceiptSheet({ scorecard, receipt, seal, onClose, onOpen, onAppeal }: ReceiptSheetProps) {
  const parent = scorecard.receipts.find((each) => each.node === receipt.parent)
  const { name, groupName } = scorecard.row
  return (
    <SideSheet
      onClose={onClose}
      width={560}
      title={words.receipt}
      tools={
        <div className="row">
          {onAppeal !== undefined && <Button onClick={() => onAppeal(receipt)}>{appealWords.file}</Button>}
          <Button onClick={() => window.print()}>{words.printReceipt}</Button>
        </div>
      }
    >
      <ReceiptArticle
        receipt={receipt}
        seal={seal}
        place={[name, groupName, ...(parent === undefined ? [] : [parent.name])].join(' · ')}
        parts={scorecard.receipts.filter((each) => each.parent === receipt.node)}
        onOpen={onOpen}
      />
    </SideSheet>
  )
}
