import { ListRow } from '@anjie/contracts/vocabulary/listRow'
import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { Owner } from '@anjie/domain/access/index'
import type { OwnedRow } from '@anjie/domain/views/view'
import { DOCUMENT_SK, leagueTablePk, listPk, listSk, scorecardPk, scorecardSk } from './keys.ts'
import { pack, unpack } from './packed.ts'
import type { Item, ItemKey } from './tables.ts'

/** An item of the views table. `version` is the record's: a projector never puts an older item over a newer one. */
export type ViewItem = Item & ItemKey & { readonly version: number }

const LEVELS_BY_CODE_LENGTH: Readonly<Record<number, Owner['level']>> = { 6: 'county', 4: 'city', 2: 'province' }

/** The owner that a division code stands for, by its length. */
export function ownerOfCode(code: string): Owner {
  const level = LEVELS_BY_CODE_LENGTH[code.length]
  if (level === undefined) throw new Error(`${code} is no division code`)
  return { level, code }
}

/**
 * A record's line in the list of one jurisdiction. A line that must go stays as an item without a row: were it deleted, a
 * late delivery of an older fact would put it back.
 */
export const listItem = (kind: RecordKind, id: string, version: number, { owner, row }: OwnedRow): ViewItem => ({
  pk: listPk(ownerOfCode(owner), kind),
  sk: listSk(id),
  version,
  ...(row === null ? {} : { row: JSON.stringify(row) }),
})

/** The row of a list's item; undefined where it was taken away. */
export const rowOfItem = (item: Readonly<Record<string, unknown>>): ListRow | undefined =>
  item['row'] === undefined ? undefined : ListRow.parse(unpack(item['row']))

/**
 * The scorecard of a subject in a cycle, once it was released, for the city or county that it is or lies in. `version` orders
 * what is released one after the other.
 */
export const scorecardItem = (
  owner: string,
  subject: string,
  cycleId: string,
  version: number,
  scorecard: unknown,
): ViewItem => ({
  pk: scorecardPk(ownerOfCode(owner), cycleId),
  sk: scorecardSk(subject),
  version,
  document: pack(scorecard),
})

/** A published league table, readable in the whole jurisdiction of who assessed. */
export const leagueTableItem = (owner: string, cycleId: string, version: number, table: unknown): ViewItem => ({
  pk: leagueTablePk(ownerOfCode(owner), cycleId),
  sk: DOCUMENT_SK,
  version,
  document: pack(table),
})

export const documentOfItem = (item: Readonly<Record<string, unknown>>): unknown => unpack(item['document'])
