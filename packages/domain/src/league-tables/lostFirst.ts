import type { Receipt } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import { Decimal } from '@anjie/kernel'

/** Indicators with the largest loss first; headings are left out, because they only sum up what stands below. */
export function lostFirst(receipts: readonly Receipt[]): Receipt[] {
  const lost = (receipt: Receipt) => new Decimal(receipt.lostPoints ?? 0)
  return receipts.filter((receipt) => receipt.leaf).toSorted((a, b) => lost(b).comparedTo(lost(a)))
}
