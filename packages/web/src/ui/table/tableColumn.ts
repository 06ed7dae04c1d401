import type { ReactNode } from 'react'

/** What a typed or pasted text becomes in its cell, or why it may not stand there. */
export type CellReading = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

export interface CellEditing<R> {
  /** Why this row's cell may not be changed; undefined when it may. */
  readonly lockedBecause?: (row: R) => string | undefined
  readonly read: (row: R, typed: string) => CellReading
  /** What may be chosen, where it is one of few: the active cell offers them, the others are text, as fast as any. */
  readonly choices?: readonly string[]
}

/** The small mark at a cell's left edge, with its reason on hover and for screen readers. */
export interface CellMark {
  readonly kind: 'saved' | 'waiting' | 'wrong' | 'remarked' | 'locked' | 'changed'
  readonly reason: string
}

/** One column: what it says of a row as text, which is what is sorted, found, copied and exported, and how that looks. */
export interface TableColumn<R> {
  readonly key: string
  readonly name: string
  /** Stands in the heading, as 件 or 分; cells hold figures alone. */
  readonly unit?: string
  /** In place of the name at its head, such as a box that ticks all. */
  readonly head?: ReactNode
  /** Holds buttons: nothing to sort, copy or take along. */
  readonly isControl?: boolean
  readonly text: (row: R) => string
  readonly show?: (row: R) => ReactNode
  /** `figure`: right-aligned on the decimal point, sorts by value. `day`: `YYYY-MM-DD` or an instant, sorts as it is. */
  readonly kind?: 'text' | 'figure' | 'day'
  /** Rows may be narrowed to one of the values that occur. */
  readonly filtered?: boolean
  /** Left out until somebody chooses it. */
  readonly hidden?: boolean
  /** In the totals row, over the rows that are found. */
  readonly total?: (rows: readonly R[]) => ReactNode
  /** In em; else as wide as what stands in it. */
  readonly width?: number
  readonly wraps?: boolean
  /** Said elsewhere on the page too: a phone leaves it out. */
  readonly isMinor?: boolean
  /** Names its row for a screen reader. */
  readonly isRowHead?: boolean
  readonly editing?: CellEditing<R>
  readonly markOf?: (row: R) => CellMark | undefined
}

/** What happens to one cell. */
export interface CellChange<R> {
  readonly row: R
  readonly column: string
  readonly text: string
}

/** A cell by its row's key and its column. */
export interface CellPlace {
  readonly row: string
  readonly column: string
}

/** All rows of a table that has only some of them, told as they come. */
export type EveryRow<R> = (gathering: {
  readonly told: (rows: number) => void
  readonly signal: AbortSignal
}) => Promise<readonly R[]>
