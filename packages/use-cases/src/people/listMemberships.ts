import type { listMemberships as operation } from '@anjie/contracts/operations/people'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { placeOf } from './placeOf.ts'

/** 任职列表 of one jurisdiction, page by page. */
export const listMemberships: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { query },
) => {
  const place = await placeOf(context, query.place)
  if (!place.ok) return place
  const { stage, name, cursor } = query
  const of = place.value.jurisdiction.code
  const page = await context.store.find('membership', { stage, name }, { cursor, of, limit: 100 })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}
