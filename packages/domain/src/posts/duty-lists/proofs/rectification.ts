import type { LedgerRow } from '@anjie/contracts/vocabulary/counting/ledger'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { ProvedBy } from './provedBy.ts'

/** 整改 of the post's unit: asked by its due day, done when it is closed. */
export function provedByRectification({ id, cells }: LedgerRow): ProvedBy | null {
  const { dueOn, closedOn, overdue } = cells
  if (dueOn === undefined) return null
  return {
    key: 'rectification',
    // A ledger's cell of a day is one.
    on: dueOn as PlainDate,
    result: closedOn === undefined ? 'open' : overdue === 'yes' ? 'late' : 'done',
    title: cells['problem'] ?? '',
    record: { kind: 'rectification', id },
  }
}
