import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import type { RegisterLeaf } from '@anjie/contracts/vocabulary/registers/registerRow'
import { Decimal, plainText } from '@anjie/kernel'
import { leafRows } from './leafRows.ts'

const FIGURE = /^-?(0|[1-9]\d*)(\.\d+)?$/
/** A choice, yes or no, the county itself or a unit: what is counted by its code. */
const CODE = /^([a-z][a-z0-9]{0,23}|\d{4}[0-9A-Z]\d\.[0-9A-HJKMNP-TV-Z]{26})$/

/** Rows, filled cells, sums and codes by column. It asks for no definition: a column's cells say themselves what can be made of them. */
export function tallyOfLeaf(leaf: RegisterLeaf): Pick<LeafTally, 'rows' | 'filled' | 'sums' | 'codes'> {
  const rows = leafRows(leaf)
  const columns = new Map<string, string[]>()
  for (const { cells } of rows)
    for (const [column, cell] of Object.entries(cells)) {
      const known = columns.get(column)
      if (known === undefined) columns.set(column, [cell])
      else known.push(cell)
    }
  const filled: Record<string, number> = {}
  const sums: LeafTally['sums'] = {}
  const codes: LeafTally['codes'] = {}
  for (const [column, cells] of [...columns].sort(([a], [b]) => (a < b ? -1 : 1))) {
    filled[column] = cells.length
    if (cells.every((cell) => FIGURE.test(cell))) sums[column] = sumOf(cells)
    else if (cells.every((cell) => CODE.test(cell))) codes[column] = countsOf(cells)
  }
  return { rows: rows.length, filled, sums, codes }
}

const sumOf = (cells: readonly string[]): string =>
  plainText(cells.reduce((sum, cell) => sum.plus(cell), new Decimal(0)))

function countsOf(cells: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1
  return counts
}
