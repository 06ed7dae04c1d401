import type { DataItem } from '@anjie/contracts/vocabulary/schemes/scheme'
import { isWithin, lengthOf } from '../scoring/periods.ts'

/** Is a table of `table` one of the item's periods in a cycle that scores `cycle`? Monthly tables make a monthly item, in this year only. */
export const isTableOfPeriod = (table: string, length: DataItem['period'], cycle: string): boolean =>
  lengthOf(table) === length && (table === cycle || isWithin(table, cycle))
