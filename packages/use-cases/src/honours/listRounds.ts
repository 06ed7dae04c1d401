import type { listRounds as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 申报轮次 of the province, which its cities and counties read as well. */
export const listRounds: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store }) =>
  ok({ rows: [...(await store.listProvincial('round'))] })
