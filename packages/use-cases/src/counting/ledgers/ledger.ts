import type { CountSourceKind, CountSourceOf } from '@anjie/contracts/vocabulary/counting/sources/index'
import type { ScopeLevel } from '@anjie/domain/access/scopes'
import type { LedgerReading } from '@anjie/domain/counting/countRows'
import type { LedgerDefinition } from '@anjie/domain/cycles/countedFindings'
import type { RecordStore } from '../../ports.ts'

/** What counting asks of a kind of ledger. */
export interface Ledger<K extends CountSourceKind> {
  /** As it is defined today; undefined when there is none. */
  define(store: RecordStore, province: string, source: CountSourceOf<K>): Promise<LedgerDefinition | undefined>
  /**
   * Everything in it that belongs to these periods of figures, read once. `mark` changes with every change of what was read. `day`: on which it
   * is counted, where what time alone changes is part of it.
   */
  read(
    store: RecordStore,
    source: CountSourceOf<K>,
    holder: string,
    periods: readonly string[],
    day: string,
  ): Promise<{ readonly reading: LedgerReading; readonly mark: string } | undefined>
  /** The same mark without the rows; it may lag a moment. */
  markOf(
    store: RecordStore,
    source: CountSourceOf<K>,
    holder: string,
    periods: readonly string[],
    day: string,
  ): Promise<string>
  /** Columns that somebody of this level may see, of whosever rows. */
  columnsSeen(
    store: RecordStore,
    province: string,
    source: CountSourceOf<K>,
    level: ScopeLevel,
  ): Promise<ReadonlySet<string>>
  /** Does this level see how rows are called? */
  isTitleSeen(store: RecordStore, province: string, source: CountSourceOf<K>, level: ScopeLevel): Promise<boolean>
}
