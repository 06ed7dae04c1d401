import type { Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { Reader } from '@anjie/domain/messages/readersOf'
import type { FactOf } from '../readFact.ts'
import type { ViewKey } from '../viewKeys.ts'

/**
 * How a line stands on a home page. `work`: it waits for a post, however late. `ends`: as well, but after the day nothing can be
 * done any more. `window`: something may be done until the day, by whoever wants to. `told`: it happened, and is said until the day.
 * `awaited`: a form that those below have not passed on; it waits for nobody here and is no message.
 * `urged`: somebody above asks for what waits; `emergency`: and it may not
 * wait for the morning; `clock`: it waits for time to pass, `term`: a
 * title or what became of one does, apart because there are many. These are for the clock and stand on nobody's page.
 */
export type Standing =
  | { readonly as: 'work'; readonly role: Role; readonly day: PlainDate | null }
  | { readonly as: 'ends' | 'urged'; readonly role: Role; readonly day: PlainDate }
  | { readonly as: 'window' | 'told' | 'emergency' | 'awaited'; readonly level: Level; readonly day: PlainDate }
  | { readonly as: 'clock' | 'term'; readonly level: 'province'; readonly day: PlainDate | null }

/**
 * What one record puts on the home pages of one jurisdiction. `slot` tells several lines of one record apart; a later one in the
 * same slot takes the place of the earlier one.
 */
export interface HomeLine {
  /** Division code of the jurisdiction; for `shared` the province, whose cities and counties read it as well. */
  readonly owner: string
  readonly shared?: true
  readonly slot: string
  /** `null`: nothing, or nothing any more. */
  readonly line: { readonly standing: Standing; readonly row: HomeRow } | null
}

/** Pure: the lines that a fact changes, and only those, so that saving a form writes nothing here. */
export type HomeView<K extends RecordKind> = (fact: FactOf<K>) => readonly HomeLine[]

/** `work#county-reviewer#2026-03-31#…`: lines of one standing and reader lie together, by day and then by how long they wait. */
export const openKeyOf = ({ standing, row }: NonNullable<HomeLine['line']>): string =>
  `${standing.as}#${readerOf(standing)}#${standing.day ?? NO_DAY}#${row.updatedAt}#`

/**
 * 消息: the same line in the order of time, `county-reviewer#2026-03-02T01:00:00.000Z#submission#990101.01J…#turn#`. A line that
 * leaves or changes does so in this order as well, so no message speaks of what is no longer so.
 */
export const timeKeyOf = ({ standing, row }: NonNullable<HomeLine['line']>, { sk }: ViewKey): string =>
  `${readerPrefix(readerOf(standing))}${row.updatedAt}#${sk}`

/** The beginning of the time keys of one reader's lines; what follows is the message's own key. */
export const readerPrefix = (reader: Reader): string => `${reader}#`

const readerOf = (standing: Standing): Reader => ('role' in standing ? standing.role : standing.level)

/** Work without a day comes after all work that has one. */
const NO_DAY = '9999-12-31'

const NOTE = 80
/** A reason as a line shows it. */
export const noteOf = (text: string): string => (text.length > NOTE ? `${text.slice(0, NOTE - 1)}…` : text)

/** How long a home page says what happened. */
export const TOLD_DAYS = 14
