import { addDays } from '@anjie/calendar-cn'
import type { LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { ProvedBy } from './provedBy.ts'

/** People's mediation ends within 30 days unless agreed otherwise (practice.md §4). */
const MEDIATION_DAYS = 30

/** 纠纷 of the post's township: asked by the end of the days of mediation, done when it is agreed or performed. The ledger does not say on which day. */
export function provedByMediation({ id, cells }: LedgerRow): ProvedBy | null {
  const { receivedOn, resolved } = cells
  if (receivedOn === undefined) return null
  return {
    key: 'mediation',
    on: addDays(receivedOn as PlainDate, MEDIATION_DAYS),
    result: resolved === 'yes' ? 'done' : 'open',
    title: cells['number'] ?? '',
    record: { kind: 'dispute', id },
  }
}
