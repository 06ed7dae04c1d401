import { STANDING } from '@anjie/contracts/vocabulary/counting/ledger'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { UNIT_KINDS } from '@anjie/contracts/vocabulary/units/unitKind'
import { RECTIFICATION_LEDGER, rectificationRow } from '@anjie/domain/supervision/rectificationLedger'
import { foundRows } from '../../foundRows.ts'
import type { ListFilter, RecordStore } from '../../ports.ts'
import { yearsOf } from '../yearsOf.ts'
import type { Ledger } from './ledger.ts'

/** Open ones of all years and what was issued in the years of the periods, so that what was closed long ago is not read. */
async function rowsOf(
  store: RecordStore,
  holder: string,
  periods: readonly string[],
): Promise<readonly ListRowOf<'rectification'>[]> {
  const filters: readonly ListFilter[] = [
    { stage: 'open' },
    ...yearsOf(periods).map((year): ListFilter => ({ stage: 'closed', year })),
  ]
  const county = countyCodeOf(holder)
  const found = await Promise.all(
    filters.map(async (filter) => {
      const own = await foundRows(store, 'rectification', filter, county)
      // A unit's session does not reach its county's list, and has one of its own.
      return own.length > 0 || holder === county ? own : foundRows(store, 'rectification', filter)
    }),
  )
  const rows = found.flat().filter(({ fields }) => holder === county || fields.unitId === holder)
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

const markOf = (rows: readonly ListRowOf<'rectification'>[]): string =>
  rows.map(({ id, version }) => `${id}@${version}`).join(' ')

const COLUMNS: ReadonlySet<string> = new Set(RECTIFICATION_LEDGER.columns.map(({ code }) => code))

/** 督导整改 as a ledger: whoever supervises keeps it, so that none found is nought. */
export const rectifications: Ledger<'rectifications'> = {
  define: async () => ({ ...RECTIFICATION_LEDGER, isClosed: false, rowsOf: [...UNIT_KINDS], term: 'standing' }),

  read: async (store, _source, holder, periods) => {
    const rows = await rowsOf(store, holder, periods)
    return {
      reading: {
        ...RECTIFICATION_LEDGER,
        states: { [STANDING]: 'filled' },
        rows: rows.map(rectificationRow).filter((row) => row !== undefined),
      },
      mark: markOf(rows),
    }
  },

  markOf: async (store, _source, holder, periods) => markOf(await rowsOf(store, holder, periods)),

  columnsSeen: async () => COLUMNS,

  isTitleSeen: async () => true,
}
