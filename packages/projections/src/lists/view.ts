import type { ListedKind, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { RecordState } from '@anjie/contracts/vocabulary/records'

/**
 * A record's line in the list of one jurisdiction. `owner`: the division code whose list it is (6 characters a county,
 * 4 a city, 2 the province). `row: null`: this jurisdiction must not, or no longer, see the record; the projector
 * takes the line away.
 */
export interface OwnedRow<K extends ListedKind = ListedKind> {
  readonly owner: string
  readonly row: ListRowOf<K> | null
}

/** Pure: the same state always gives the same lines, so every list can be rebuilt from the facts. */
export type View<K extends ListedKind> = (id: string, version: number, state: RecordState<K>) => readonly OwnedRow<K>[]
