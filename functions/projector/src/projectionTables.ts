import type { ProjectionTable, Write } from '@anjie/projections/write'

export interface StoredKey {
  readonly table: ProjectionTable
  readonly pk: string
  readonly sk: string
  readonly order: string
}

/** The tables that projections fill. */
export interface ProjectionTables {
  /** Stores the write if nothing of the same or a higher order is there. Answers whether it was stored. */
  apply(write: Write): Promise<boolean>
  /** Every item and every marker, with its order. */
  inventory(table: ProjectionTable): AsyncIterable<StoredKey>
  /** As `apply`, and also over an item of the same order, whose content an earlier version of this code may have made. */
  overwrite(write: Write): Promise<boolean>
  /** Takes out the item that still has this order. */
  remove(key: StoredKey): Promise<boolean>
}
