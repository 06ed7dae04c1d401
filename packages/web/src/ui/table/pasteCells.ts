import { type BlockEdges, type CellAt, type CellBlock, edgesOf } from './cellBlock.ts'
import type { CellChange, TableColumn } from './tableColumn.ts'

/** A cell that kept what it had, with what was to stand there and why it may not. */
export interface RefusedCell<R> extends CellChange<R> {
  readonly reason: string
}

export interface PasteOutcome<R> {
  readonly taken: readonly CellChange<R>[]
  readonly refused: readonly RefusedCell<R>[]
  /** Cells of the block beyond the last row or column. */
  readonly outside: number
  /** What the block covers now. */
  readonly covered: BlockEdges
}

interface PasteTarget<R> {
  readonly rows: readonly R[]
  readonly columns: readonly TableColumn<R>[]
  readonly block: CellBlock
  /** What a cell says when it may not be changed at all. */
  readonly lockedReason: string
}

/**
 * A copied block laid over the cells from the upper left one that is picked. Each text goes to its own cell or is refused there by
 * itself; the rest is kept. One single text fills all cells that are picked.
 */
export function pasteCells<R>(copied: readonly (readonly string[])[], target: PasteTarget<R>): PasteOutcome<R> {
  const { rows, columns, lockedReason } = target
  const picked = edgesOf(target.block)
  const single = copied.length === 1 && copied[0]?.length === 1 ? copied[0][0] : undefined
  const block =
    single === undefined
      ? copied
      : Array.from({ length: picked.bottom - picked.top + 1 }, () =>
          Array.from({ length: picked.right - picked.left + 1 }, () => single),
        )
  const from: CellAt = { row: picked.top, column: picked.left }
  const taken: CellChange<R>[] = []
  const refused: RefusedCell<R>[] = []
  let outside = 0
  let widest = 0
  for (const [down, texts] of block.entries()) {
    widest = Math.max(widest, texts.length)
    for (const [across, typed] of texts.entries()) {
      const row = rows[from.row + down]
      const column = columns[from.column + across]
      if (row === undefined || column === undefined) {
        outside += 1
        continue
      }
      const { editing, key } = column
      const locked = editing === undefined ? lockedReason : editing.lockedBecause?.(row)
      if (editing === undefined || locked !== undefined) {
        // What stands there already may lie in a block that was copied from this very table, and nothing changes nothing.
        if (typed.trim() !== '' && typed.trim() !== column.text(row))
          refused.push({ row, column: key, text: typed, reason: locked ?? lockedReason })
        continue
      }
      const reading = editing.read(row, typed)
      if (reading.ok) taken.push({ row, column: key, text: reading.text })
      else refused.push({ row, column: key, text: typed, reason: reading.reason })
    }
  }
  const covered = {
    top: from.row,
    left: from.column,
    bottom: Math.min(rows.length - 1, from.row + Math.max(1, block.length) - 1),
    right: Math.min(columns.length - 1, from.column + Math.max(1, widest) - 1),
  }
  return { taken, refused, outside, covered }
}
