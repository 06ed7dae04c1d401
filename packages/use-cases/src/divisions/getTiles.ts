import type { getTiles as operation } from '@anjie/contracts/operations/divisions'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 方格图位置, out of the tree that is at hand. */
export const getTiles: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context) =>
  ok({ tiles: (await context.divisions()).tiles ?? [] })
