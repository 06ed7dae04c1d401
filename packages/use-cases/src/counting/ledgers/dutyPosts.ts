import { STANDING } from '@anjie/contracts/vocabulary/counting/ledger'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { lastDayOf } from '@anjie/domain/counting/lastDayOf'
import { DUTY_POST_LEDGER, dutyPostRow } from '@anjie/domain/posts/dutyPostLedger'
import { foundRows } from '../../foundRows.ts'
import type { RecordStore } from '../../ports.ts'
import type { Ledger } from './ledger.ts'

/** Those that stand, and those that ended in the years that are counted or since: what ended before is not read. */
async function rowsOf(
  store: RecordStore,
  holder: string,
  periods: readonly string[],
): Promise<readonly ListRowOf<'duty-post'>[]> {
  const county = countyCodeOf(holder)
  // A unit's session has its own list.
  const own = await foundRows(store, 'duty-post', { stage: 'open' }, county)
  const of = own.length > 0 || holder === county ? county : undefined
  const years = [...new Set(periods.map((period) => Number(period.slice(0, 4))))]
  const found = await Promise.all([
    of === county ? own : foundRows(store, 'duty-post', { stage: 'open' }),
    ...years.flatMap((year) => [
      foundRows(store, 'duty-post', { stage: 'closed', year }, of),
      foundRows(store, 'duty-post', { stage: 'closed', year: year + 1 }, of),
    ]),
  ])
  const rows = new Map(found.flat().map((row) => [row.id, row]))
  return [...rows.values()]
    .filter(({ fields }) => holder === county || fields.unitId === holder)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const markOf = (rows: readonly ListRowOf<'duty-post'>[]): string =>
  rows.map(({ id, version }) => `${id}@${version}`).join(' ')

const COLUMNS: ReadonlySet<string> = new Set(DUTY_POST_LEDGER.columns.map(({ code }) => code))

/** 岗位 as a ledger: each post as it was on the last day of a period, or on the day of counting. Where none was set up nobody knows. */
export const dutyPosts: Ledger<'duty-posts'> = {
  define: async () => ({
    ...DUTY_POST_LEDGER,
    isClosed: false,
    rowsOf: ['township', 'village', 'community'],
    term: 'standing',
  }),

  read: async (store, _source, holder, periods, day) => {
    const rows = await rowsOf(store, holder, periods)
    const days = new Set(periods.map((period) => [lastDayOf(period), day].toSorted()[0] ?? day))
    return {
      reading: {
        ...DUTY_POST_LEDGER,
        states: { [STANDING]: rows.length === 0 ? 'unfilled' : 'filled' },
        rows: [...days].flatMap((each) => rows.flatMap((row) => dutyPostRow(row, PlainDate.parse(each)) ?? [])),
      },
      mark: markOf(rows),
    }
  },

  markOf: async (store, _source, holder, periods) => markOf(await rowsOf(store, holder, periods)),

  columnsSeen: async () => COLUMNS,

  isTitleSeen: async () => true,
}
