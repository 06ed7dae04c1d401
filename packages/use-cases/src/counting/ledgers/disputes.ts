import { STANDING } from '@anjie/contracts/vocabulary/counting/ledger'
import type { DisputeTally } from '@anjie/contracts/vocabulary/disputes/dispute'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { lastDayOf } from '@anjie/domain/counting/lastDayOf'
import { DISPUTE_LEDGER, disputeRow } from '@anjie/domain/disputes/disputeLedger'
import { periodsWithin } from '@anjie/domain/scoring/periods'
import type { RecordStore } from '../../ports.ts'
import type { Ledger } from './ledger.ts'
import { rowsMark } from './rowsMark.ts'

/** What was received from the first to the last day of these periods, by the county's index: no record is opened. */
async function talliesOf(
  store: RecordStore,
  holder: string,
  periods: readonly string[],
): Promise<readonly DisputeTally[]> {
  const [from] = periods.flatMap((period) => periodsWithin(period, 'month').slice(0, 1)).toSorted()
  const to = periods.map(lastDayOf).toSorted().at(-1)
  if (from === undefined || to === undefined) return []
  const days = { from: PlainDate.parse(`${from}-01`), to: PlainDate.parse(to) }
  return store.disputeTallies(countyCodeOf(holder), days)
}

const COLUMNS: ReadonlySet<string> = new Set(DISPUTE_LEDGER.columns.map(({ code }) => code))

/** 矛盾纠纷 as a ledger. Where nobody has entered or brought in a dispute, nobody knows how many there were, and that is not nought. */
export const disputes: Ledger<'disputes'> = {
  define: async () => ({ ...DISPUTE_LEDGER, isClosed: false, rowsOf: 'county', term: 'standing' }),

  read: async (store, _source, holder, periods) => {
    const tallies = await talliesOf(store, holder, periods)
    return {
      reading: {
        ...DISPUTE_LEDGER,
        states: { [STANDING]: tallies.length === 0 ? 'unfilled' : 'filled' },
        rows: tallies.map(disputeRow),
      },
      mark: rowsMark(tallies),
    }
  },

  markOf: async (store, _source, holder, periods) => rowsMark(await talliesOf(store, holder, periods)),

  columnsSeen: async () => COLUMNS,

  isTitleSeen: async () => true,
}
