import { beijingDate } from '@anjie/calendar-cn'
import type { listBars as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 限制申报 of the own jurisdiction, page by page; whether the latest one of a unit is in force, the day says. */
export const listBars: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store, now },
  { query },
) => {
  const { cursor, ...filter } = query
  const page = await store.find('bars', filter, { cursor })
  if (!page.ok) return page
  const today = beijingDate(now)
  return ok({
    ...page.value,
    rows: page.value.rows.map((row) => {
      const { from, until, liftedOn } = row.fields
      const bars = from <= today && today <= until && (liftedOn === undefined || today < liftedOn)
      return {
        ...row,
        status: bars ? ('barred' as const) : ('over' as const),
        statusName: bars ? '限制中' : liftedOn !== undefined && liftedOn <= today ? '已解除' : '已期满',
      }
    }),
  })
}
