import type { ProjectionTable, Write } from './write.ts'

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
  /**
   * Stores the write over anything of the same or a lower order, and over exactly the item that had `seenOrder`, whatever
   * that was; an item that arrived in the meantime with a higher order stays.
   */
  overwrite(write: Write, seenOrder: string | undefined): Promise<boolean>
  /** Takes out the item that still has this order. */
  remove(key: StoredKey): Promise<boolean>
}
