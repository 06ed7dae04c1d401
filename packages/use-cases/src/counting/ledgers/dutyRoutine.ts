import { STANDING } from '@anjie/contracts/vocabulary/counting/ledger'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { scopeOf } from '@anjie/domain/access/index'
import { DUTY_ROUTINE_LEDGER, dutyRoutineRows } from '@anjie/domain/posts/duty-lists/dutyLedgers'
import type { RecordStore } from '../../ports.ts'
import { dutyStandings } from '../../posts/duty-lists/dutyStandings.ts'
import { yearsOf } from '../yearsOf.ts'
import type { Ledger } from './ledger.ts'
import { rowsMark } from './rowsMark.ts'

/** As the county sees them: it alone counts what is due of a post, from records that the post's unit does not all reach. */
async function readOf(store: RecordStore, holder: string, periods: readonly string[], day: string) {
  const post = (await store.get('duty-post', holder))?.state
  if (post === undefined) return undefined
  const scope = scopeOf({ level: 'county', code: countyCodeOf(holder) })
  const found = await Promise.all(
    yearsOf(periods).map((year) => dutyStandings({ store, scope, now: `${day}T04:00:00.000Z` }, [post], year)),
  )
  const own = found.flatMap((standings) => standings.get(post.id) ?? [])
  return {
    rows: own.flatMap(({ slots }) => dutyRoutineRows(slots, day)),
    isAsked: own.some(({ versions }) => versions.length > 0),
  }
}

const COLUMNS: ReadonlySet<string> = new Set(DUTY_ROUTINE_LEDGER.columns.map(({ code }) => code))

/** 岗位日常工作 as a ledger. Where no list is in force nobody knows what was due, and that is not nought. */
export const dutyRoutine: Ledger<'duty-routine'> = {
  define: async () => ({ ...DUTY_ROUTINE_LEDGER, isClosed: false, rowsOf: 'posts', term: 'standing' }),

  read: async (store, _source, holder, periods, day) => {
    const found = await readOf(store, holder, periods, day)
    if (found === undefined) return undefined
    const { rows, isAsked } = found
    return {
      reading: { ...DUTY_ROUTINE_LEDGER, states: { [STANDING]: isAsked ? 'filled' : 'unfilled' }, rows },
      mark: rowsMark(rows),
    }
  },

  markOf: async (store, _source, holder, periods, day) =>
    rowsMark((await readOf(store, holder, periods, day))?.rows ?? []),

  columnsSeen: async () => COLUMNS,

  isTitleSeen: async () => true,
}
