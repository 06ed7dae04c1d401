import type { listApplications as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 申报列表 of the caller's own jurisdiction. */
export const listApplications: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store }) =>
  ok({ rows: [...(await allRows(store, 'application'))] })
