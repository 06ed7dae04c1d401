import type { ProjectionTable, Write } from '@anjie/projections/write'

export interface StoredKey {
  readonly table: ProjectionTable
  readonly pk: string
  readonly sk: string
  readonly order: string
}

/** A row of the public table as it lies there; a marker of what was taken out has no body. */
export interface StoredRow extends Pick<StoredKey, 'pk' | 'sk' | 'order'> {
  readonly body?: Readonly<Record<string, unknown>>
}

/** The tables that projections fill. */
export interface ProjectionTables {
  /** Stores the write if nothing of the same or a higher order is there. Answers whether it was stored. */
  apply(write: Write): Promise<boolean>
  /** Every item and every marker, with its order. */
  inventory(table: ProjectionTable): AsyncIterable<StoredKey>
  /** As `apply`, and also over an item of the same order, whose content an earlier version of this code may have made. */
  overwrite(write: Write): Promise<boolean>
  /** Stores the write if what lies there still has the order that was seen (`undefined`: nothing lay there). */
  replace(write: Write, seen: string | undefined): Promise<boolean>
  /** Stores the write whatever lies there. */
  store(write: Write): Promise<boolean>
  /** Rows of one partition of the public table whose sort key begins so, as they were written last. */
  publicRows(pk: string, skPrefix: string): Promise<readonly StoredRow[]>
  /** Takes out the item that still has this order. */
  remove(key: StoredKey): Promise<boolean>
}
