import { periodText } from '@anjie/calendar-cn'
import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'

/** How messages name a cell: the item, and its period where the item has several in the cycle. */
export function cellName(item: DataItem, period: string, cyclePeriod: string): string {
  return period === cyclePeriod ? item.name : `${item.name}（${periodText(period)}）`
}
