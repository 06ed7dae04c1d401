import type { ListRow, ListRowOf } from '@anjie/contracts/vocabulary/listRow'

/**
 * A form does not know that its cycle's result became final: its line still names an owner, who can do nothing any more.
 * Lists and to-do queues take that owner away, by the lines of the cycles.
 */
export function withoutClosedCycles<R extends ListRow>(rows: readonly R[], cycles: readonly ListRowOf<'cycle'>[]): R[] {
  const closed = new Set(cycles.filter((cycle) => cycle.status === 'final').map((cycle) => cycle.id))
  return rows.map((row) =>
    row.kind === 'submission' && row.queue !== null && closed.has(row.fields.cycleId)
      ? { ...row, statusName: '周期已结束，未完成', queue: null, nextVerb: null, dueOn: null }
      : row,
  )
}
