import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { DutyProofOf } from '@anjie/contracts/vocabulary/posts/proofs/index'
import { rowTitle } from '../../../counting/cellText.ts'
import type { LedgerReading } from '../../../counting/countRows.ts'
import { lastDayOf } from '../../../counting/lastDayOf.ts'
import type { ProvedBy } from './provedBy.ts'

/** 台账 of the unit: each row on its day; a period that was declared as nothing to report counts as kept. */
export function provedByRegister(
  { register, column }: DutyProofOf<'register'>,
  { columns, title, rows, states }: Pick<LedgerReading, 'columns' | 'title' | 'rows' | 'states'>,
): readonly ProvedBy[] {
  const key = `register ${register} ${column ?? ''}`
  const kept = (on: string | undefined, name: string): ProvedBy[] =>
    on === undefined ? [] : [{ key, on: on as PlainDate, result: 'done', title: name }]
  return [
    ...rows.flatMap((row) =>
      kept(
        column === undefined
          ? (row.from ?? (row.period === undefined ? undefined : lastDayOf(row.period)))
          : row.cells[column],
        rowTitle(columns, title, row),
      ),
    ),
    ...Object.entries(states).flatMap(([period, state]) =>
      state === 'none' && /^\d{4}/.test(period) ? kept(lastDayOf(period), '本期无') : [],
    ),
  ]
}
