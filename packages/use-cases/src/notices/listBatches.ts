import type { listBatches as operation } from '@anjie/contracts/operations/notices'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'

/** 拟命名批次 of the own jurisdiction. */
export const listBatches: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async ({ store }) =>
  ok({ rows: [...(await store.listOwn('batch'))] })
