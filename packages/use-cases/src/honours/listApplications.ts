import type { listApplications as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 申报列表 of the caller's own jurisdiction, page by page. */
export const listApplications: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  { store },
  { query },
) => {
  const { cursor, roundId, ...filter } = query
  const page = await store.find('application', { ...filter, group: roundId }, { cursor })
  return page.ok ? ok({ ...page.value, rows: [...page.value.rows] }) : page
}
