import type { listTitles as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 本辖区称号, page by page. */
export const listTitles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store },
  { query },
) => {
  const { cursor, honour, ...filter } = query
  const page = await store.find('title', { ...filter, group: honour }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}
