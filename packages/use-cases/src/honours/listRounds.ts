import type { listRounds as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 申报轮次 of the own jurisdiction and of those above it, in which its units may apply. */
export const listRounds: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store }) =>
  ok({ rows: [...(await store.listFrame('round'))] })
