import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { Decimal } from '@anjie/kernel'

/** More than the people of the country: no count of one place. */
const MOST_COUNTED = new Decimal('1e10')
/** More than the country's product in a year, in 元. */
const MOST_MONEY = new Decimal('1e15')
/** Growth may be over 100 %, hardly ever ten times over. */
const MOST_PERCENT = new Decimal(1000)

/**
 * 明显不合常理: a figure that no place can have, whatever the item, and that no limit of the scheme holds back: a slip of the hand,
 * a code typed into a figure. A remark; it refuses nothing, because definitions may be stranger than this rule.
 */
export function absurdFigure(item: Pick<DataItem, 'unit'>, value: string): string | null {
  const size = new Decimal(value).abs()
  if (item.unit === '%') return size.gt(MOST_PERCENT) ? `填写的是${value}%，请核对是否多填了数位` : null
  const most = item.unit.includes('元') ? MOST_MONEY : MOST_COUNTED
  if (size.lt(most)) return null
  const digits = value.replace('-', '').split('.')[0]?.length ?? 0
  return `填写的是${digits}位数，超出常理，请核对数位和单位（${item.unit === '' ? '无单位' : item.unit}）`
}
