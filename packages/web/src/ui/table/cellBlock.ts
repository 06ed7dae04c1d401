/** A cell by the position of its row and column on the screen. */
export interface CellAt {
  readonly row: number
  readonly column: number
}

/** Cells picked together: from where the picking began to the cell that one is in. */
export interface CellBlock {
  readonly anchor: CellAt
  readonly active: CellAt
}

export interface BlockEdges {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows that a page up or down goes over. */
  readonly page: number
}

export const edgesOf = ({ anchor, active }: CellBlock): BlockEdges => ({
  top: Math.min(anchor.row, active.row),
  bottom: Math.max(anchor.row, active.row),
  left: Math.min(anchor.column, active.column),
  right: Math.max(anchor.column, active.column),
})

export const cellAlone = (cell: CellAt): CellBlock => ({ anchor: cell, active: cell })

export const wholeGrid = ({ rows, columns }: GridSize): CellBlock => ({
  anchor: { row: 0, column: 0 },
  active: { row: Math.max(0, rows - 1), column: Math.max(0, columns - 1) },
})

const within = (cell: CellAt, { rows, columns }: GridSize): CellAt => ({
  row: Math.min(Math.max(cell.row, 0), Math.max(0, rows - 1)),
  column: Math.min(Math.max(cell.column, 0), Math.max(0, columns - 1)),
})

/** A block still inside the grid after rows or columns went away. */
export const heldWithin = (block: CellBlock, size: GridSize): CellBlock => ({
  anchor: within(block.anchor, size),
  active: within(block.active, size),
})

interface MoveKey {
  readonly key: string
  readonly shiftKey: boolean
  /** Ctrl, or Command on a Mac. */
  readonly toEdge: boolean
}

/** Where a key leads, as in a spreadsheet; undefined for a key that does not move. With Shift the block grows instead. */
export function movedBy({ key, shiftKey, toEdge }: MoveKey, block: CellBlock, size: GridSize): CellBlock | undefined {
  const { row, column } = block.active
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const target = ((): CellAt | undefined => {
    switch (key) {
      case 'ArrowUp':
        return { row: toEdge ? 0 : row - 1, column }
      case 'ArrowDown':
        return { row: toEdge ? last.row : row + 1, column }
      case 'ArrowLeft':
        return { row, column: toEdge ? 0 : column - 1 }
      case 'ArrowRight':
        return { row, column: toEdge ? last.column : column + 1 }
      case 'Home':
        return { row: toEdge ? 0 : row, column: 0 }
      case 'End':
        return { row: toEdge ? last.row : row, column: last.column }
      case 'PageUp':
        return { row: row - size.page, column }
      case 'PageDown':
        return { row: row + size.page, column }
      default:
        return undefined
    }
  })()
  if (target === undefined) return undefined
  const active = within(target, size)
  return shiftKey ? { anchor: block.anchor, active } : cellAlone(active)
}

/** The next or previous cell in reading order among those that `stops` admits; undefined past either end. */
export function nextStop(
  from: CellAt,
  step: 1 | -1,
  size: GridSize,
  stops: (cell: CellAt) => boolean,
): CellAt | undefined {
  let index = from.row * size.columns + from.column + step
  for (; index >= 0 && index < size.rows * size.columns; index += step) {
    const cell = { row: Math.floor(index / size.columns), column: index % size.columns }
    if (stops(cell)) return cell
  }
  return undefined
}
