import type { ProjectionTable, Write } from '@anjie/projections/write'

export interface ItemKey {
  readonly pk: string
  readonly sk: string
}

export interface StoredKey {
  readonly table: ProjectionTable
  readonly pk: string
  readonly sk: string
  readonly order: string
}

export interface StoredPage {
  readonly items: readonly (StoredKey & { readonly refusedIn: string | undefined })[]
  readonly next: ItemKey | undefined
}

/** A row of the public table as it lies there; a marker of what was taken out has no body. */
export interface StoredRow extends Pick<StoredKey, 'pk' | 'sk' | 'order'> {
  readonly body?: Readonly<Record<string, unknown>>
}

/** The tables that projections fill. */
export interface ProjectionTables {
  /** Stores the write if nothing of the same or a higher order is there. Answers whether it was stored. */
  apply(write: Write): Promise<boolean>
  /**
   * For the rebuild that began at `start`, whose mark the item then bears: as `apply`, and also over an item of the same order, whose
   * content an earlier version of this code may have made. What refuses it although it is older than the rebuild is marked as well.
   */
  overwrite(write: Write, start: string): Promise<boolean>
  /** A page of the items and markers that were made before an instant, neither by a fact since nor by a rebuild. */
  madeBefore(table: ProjectionTable, instant: string, after: ItemKey | undefined): Promise<StoredPage>
  /** Stores the write if what lies there still has the order that was seen (`undefined`: nothing lay there). */
  replace(write: Write, seen: string | undefined): Promise<boolean>
  /** Stores the write whatever lies there. */
  store(write: Write): Promise<boolean>
  /** Rows of one partition of the public table whose sort key begins so, as they were written last. */
  publicRows(pk: string, skPrefix: string): Promise<readonly StoredRow[]>
  /** Takes out the item that still has this order. */
  remove(key: StoredKey): Promise<boolean>
}
