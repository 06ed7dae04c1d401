import type { Drawing } from '@anjie/contracts/vocabulary/counting/drawing'
import type { LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { FormValue } from '@anjie/contracts/vocabulary/submissions/submission'
import { type Counted, countRows, type LedgerReading, rowParts } from '../counting/countRows.ts'
import type { CountedFormCell } from './countedCells.ts'

/** 取数: the cells of a form that are counted from one reading, each with its rows. */
export function drawCells(
  cells: readonly CountedFormCell[],
  reading: LedgerReading,
  day: string,
): readonly { readonly cell: CountedFormCell; readonly counted: Counted }[] {
  return cells.map((cell) => ({ cell, counted: countRows(cell.item, cell.period, reading, day) }))
}

/** A counted figure as the form keeps it. */
export const drawnValue = ({ item, period }: CountedFormCell, { figure }: Counted): FormValue => ({
  item: item.code,
  period,
  ...figure,
})

/** What is frozen of a cell: by it anybody can tell whether these are the rows that were counted. */
export const proofContent = ({ item, period }: CountedFormCell, { figure, rows, base }: Counted): unknown => ({
  item: item.code,
  period,
  countedFrom: item.countedFrom,
  figure,
  rows: rows.map(({ id, version }) => [id, version]),
  ...(base === undefined ? {} : { base: base.map(({ id, version }) => [id, version]) }),
})

/** The parts of frozen rows in a cell's figure; of a share those of its denominator too. */
export const frozenParts = (cell: CountedFormCell, { columns, day }: Pick<Drawing, 'columns' | 'day'>) =>
  rowParts(cell.item.countedFrom, cell.period, { columns }, day)

/** Rows in pieces of at most so many bytes, in their order; one that is longer by itself stands alone. */
export function inPieces(
  rows: readonly LedgerRow[],
  bytesOf: (row: LedgerRow) => number,
  most: number,
): readonly (readonly LedgerRow[])[] {
  const pieces: LedgerRow[][] = []
  let piece: LedgerRow[] = []
  let size = 0
  for (const row of rows) {
    const bytes = bytesOf(row)
    if (piece.length > 0 && size + bytes > most) {
      pieces.push(piece)
      piece = []
      size = 0
    }
    piece.push(row)
    size += bytes
  }
  if (piece.length > 0) pieces.push(piece)
  return pieces
}
