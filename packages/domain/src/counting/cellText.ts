import type { LedgerColumn, LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'

const YES_NO: Readonly<Record<string, string>> = { yes: '是', no: '否' }

/** What stands in a cell, in words; empty where it is blank. */
export function cellText(
  { code, type, choices }: LedgerColumn,
  { cells, names }: Pick<LedgerRow, 'cells' | 'names'>,
): string {
  const cell = cells[code]
  if (cell === undefined) return ''
  switch (type) {
    case 'choice':
      return choices?.find((choice) => choice.code === cell)?.name ?? cell
    case 'yesNo':
      return YES_NO[cell] ?? cell
    case 'place':
    case 'unit':
      return names?.[code] ?? cell
    default:
      return cell
  }
}

/** How a row is called, where its naming column may be seen. */
export function rowTitle(columns: readonly LedgerColumn[], title: string, row: LedgerRow): string {
  const column = columns.find(({ code }) => code === title)
  const text = column === undefined ? '' : cellText(column, row)
  return text === '' ? row.id : text
}
