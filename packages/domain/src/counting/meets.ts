import type { CountCondition, CountOperator } from '@anjie/contracts/vocabulary/counting/countedFrom'
import type { LedgerColumn, LedgerColumnType, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import { Decimal } from '@anjie/kernel'

/** Does a row meet a condition? Told by the column's type: `9` is below `10` as a figure and above it as a text. */
export function meets(row: LedgerRow, condition: CountCondition, type: LedgerColumn['type'] | undefined): boolean {
  const cell = row.cells[condition.column]
  switch (condition.op) {
    case 'blank':
      return cell === undefined
    case 'filled':
      return cell !== undefined
    default:
      // Nobody knows what would stand in a blank cell, so it is neither equal nor unequal to anything.
      return cell !== undefined && condition.value !== undefined && holds(cell, condition.op, condition.value, type)
  }
}

type Comparison = Exclude<CountOperator, 'blank' | 'filled'>

export const isFigure = (type: LedgerColumnType | undefined): boolean => type === 'integer' || type === 'decimal'
/** Can one be above another? */
export const hasOrder = (type: LedgerColumnType | undefined): boolean => isFigure(type) || type === 'date'

function holds(cell: string, op: Comparison, value: string, type: LedgerColumnType | undefined): boolean {
  if (op === '=' || op === '!=') {
    const same = isFigure(type) ? new Decimal(cell).eq(value) : cell === value
    return same === (op === '=')
  }
  if (!hasOrder(type)) return false
  const below = isFigure(type) ? new Decimal(cell).lt(value) : cell < value
  const same = isFigure(type) ? new Decimal(cell).eq(value) : cell === value
  switch (op) {
    case '>=':
      return !below
    case '>':
      return !below && !same
    case '<=':
      return below || same
    case '<':
      return below
  }
}
