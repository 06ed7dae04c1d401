import { STANDING } from '@anjie/contracts/vocabulary/counting/ledger'
import { DUTY_EVENTS_LEDGER, dutyEventRow } from '@anjie/domain/posts/duty-lists/dutyLedgers'
import { eventsOfPost } from '@anjie/domain/posts/duty-lists/eventsOfPost'
import { foundRows } from '../../foundRows.ts'
import type { RecordStore } from '../../ports.ts'
import { yearsOf } from '../yearsOf.ts'
import type { Ledger } from './ledger.ts'
import { rowsMark } from './rowsMark.ts'

const eventsOf = async (store: RecordStore, holder: string, periods: readonly string[]) =>
  (
    await Promise.all(
      yearsOf(periods).map((year) =>
        foundRows(store, 'duty-event', { stage: 'closed', group: eventsOfPost(holder, year) }),
      ),
    )
  ).flat()

const COLUMNS: ReadonlySet<string> = new Set(DUTY_EVENTS_LEDGER.columns.map(({ code }) => code))

/** 岗位负面事件 as a ledger: whoever keeps the list records them, so that none is nought. */
export const dutyEvents: Ledger<'duty-events'> = {
  define: async () => ({ ...DUTY_EVENTS_LEDGER, isClosed: false, rowsOf: 'posts', term: 'standing' }),

  read: async (store, _source, holder, periods) => {
    const found = await eventsOf(store, holder, periods)
    const events = await store.getMany(
      'duty-event',
      found.map(({ id }) => id),
    )
    const rows = [...events.values()].map(({ state, version }) => dutyEventRow(state, version))
    return {
      reading: {
        ...DUTY_EVENTS_LEDGER,
        states: { [STANDING]: 'filled' },
        rows: rows.filter((row) => row !== undefined),
      },
      mark: rowsMark(found),
    }
  },

  markOf: async (store, _source, holder, periods) => rowsMark(await eventsOf(store, holder, periods)),

  columnsSeen: async () => COLUMNS,

  isTitleSeen: async () => true,
}
