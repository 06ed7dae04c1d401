import { beijingDate } from '@anjie/calendar-cn'
import type { listRounds as operation } from '@anjie/contracts/operations/honours'
import { windowOf } from '@anjie/domain/honours/roundWindow'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 申报轮次 of the own jurisdiction and of those above it, in which its units may apply. */
export const listRounds: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store, now }) => {
  const today = beijingDate(now)
  const rows = await store.listFrame('round')
  return ok({
    rows: rows.map((row) => {
      const window = windowOf(row.fields, today)
      return { ...row, ...window, dueOn: window.status === 'closed' ? null : row.dueOn }
    }),
  })
}
