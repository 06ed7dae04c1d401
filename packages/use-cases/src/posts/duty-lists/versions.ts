import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyLists } from '@anjie/contracts/vocabulary/posts/dutyLists'
import { isIn, versionsInForce } from '@anjie/domain/posts/duty-lists/versionsInForce'
import type { Span } from '@anjie/domain/posts/vacancies'
import type { RecordStore } from '../../ports.ts'

type Row = ListRowOf<'duty-lists'>

/** Rows with the days on which each is in force; drafts have none. */
export const rowsInForce = (rows: readonly Row[], postKind: DutyLists['postKind']) =>
  versionsInForce(
    rows.map((row) => ({ ...row, from: row.fields.from, postKind: row.fields.postKind })),
    postKind,
  )

/** 四张清单 of a county for a kind of post that were in force on any of these days, oldest first. */
export async function listsInForce(
  store: RecordStore,
  county: string,
  postKind: DutyLists['postKind'],
  days: Required<Span>,
): Promise<readonly (Span & { readonly version: DutyLists })[]> {
  const rows = rowsInForce(await store.listOfCounty('duty-lists', county), postKind).filter(
    ({ from, to }) => (days.to === undefined || from <= days.to) && (to === undefined || to >= days.from),
  )
  const records = await store.getMany(
    'duty-lists',
    rows.map(({ version }) => version.id),
  )
  return rows.flatMap(({ from, to, version }) => {
    const found = records.get(version.id)
    return found === undefined ? [] : [{ from, to, version: found.state }]
  })
}

/** The version in force on a day. */
export async function listsOn(
  store: RecordStore,
  county: string,
  postKind: DutyLists['postKind'],
  day: PlainDate,
): Promise<DutyLists | undefined> {
  const found = await listsInForce(store, county, postKind, { from: day, to: day })
  return found.find((each) => isIn(day, each))?.version
}
