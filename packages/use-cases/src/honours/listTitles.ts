import type { listTitles as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import { allRows } from '../allRows.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 本辖区称号. */
export const listTitles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store }) =>
  ok({ rows: [...(await allRows(store, 'title'))] })
