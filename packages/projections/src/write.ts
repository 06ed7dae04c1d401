import type { CatalogueUse } from '@anjie/contracts/vocabulary/catalogue/catalogueItem'
import type { ProgressRow } from '@anjie/contracts/vocabulary/cycles/progressRow'
import type { DisputeTally, OpenDoubt } from '@anjie/contracts/vocabulary/disputes/dispute'
import type { HandledRow, HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { OwnStanding, StandingBelow } from '@anjie/contracts/vocabulary/home/standing'
import type { UncertifiedTitle } from '@anjie/contracts/vocabulary/honours/certificate'
import type { TitleTally } from '@anjie/contracts/vocabulary/honours/titleTally'
import type { ReleasedTable } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Scorecard } from '@anjie/contracts/vocabulary/league-tables/scorecard'
import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import type { ReleasedNotice } from '@anjie/contracts/vocabulary/notices/batch'
import type { LogCandidate } from '@anjie/contracts/vocabulary/public-log/publicLog'
import type { LeafTally } from '@anjie/contracts/vocabulary/registers/leafTally'
import type { OrderKeys } from './lists/listOrders.ts'

/** Which table a projection writes to: lists and released documents for signed-in people, or the public table. */
export type ProjectionTable = 'views' | 'public'

/**
 * What one fact says about one item of a projected table. Of all writes to a key the one with the highest `order` holds,
 * whenever it arrives: so a repeated, late or swapped delivery ends in the same table.
 */
export interface Write {
  readonly table: ProjectionTable
  readonly pk: string
  readonly sk: string
  /** Compared as text by its UTF-8 bytes. Two writes with the same key and order carry the same content. */
  readonly order: string
  /**
   * What is stored beside key and order. `null` takes the item out; a marker with the order alone stays, so that an older
   * fact cannot bring it back, and readers pass over it.
   */
  readonly content: Content | null
}

/**
 * A row of a list, a row that is read by its `openKey` as long as it is there, a document for signed-in people, or what the public
 * may see. How each is packed is the store's.
 */
export type Content =
  | { readonly row: ListRow; readonly orders?: OrderKeys }
  | {
      readonly open: {
        readonly key: string
        readonly row: HomeRow | HandledRow | LogCandidate | UncertifiedTitle | DisputeTally | OpenDoubt
      }
      readonly orders?: OrderKeys
    }
  | {
      readonly document:
        | Scorecard
        | ReleasedTable
        | ReleasedNotice
        | ProgressRow
        | OwnStanding
        | StandingBelow
        | CatalogueUse
        | LoggedAs
        | LeafTally
        | TitleTally
    }
  | { readonly body: Readonly<Record<string, unknown>> }

/** Which line of the log something published became. */
export interface LoggedAs {
  readonly line: number
}

/** The order of a write that follows one record: its version. */
export const orderOfVersion = (version: number): string => String(version).padStart(10, '0')

/** Behind what that version says, and before the next one: it takes out what another record has seen to. */
export const orderAfterVersion = (version: number): string => `${orderOfVersion(version)}~`

/** Compares two orders as DynamoDB compares strings. */
export const compareOrders = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

export const keyOf = ({ table, pk, sk }: Pick<Write, 'table' | 'pk' | 'sk'>): string => JSON.stringify([table, pk, sk])
