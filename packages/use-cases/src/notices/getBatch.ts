import type { getBatch as operation } from '@anjie/contracts/operations/notices'
import { allowedBatchActions } from '@anjie/domain/notices/batchTransitions'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** 拟命名批次 with its list, its notice and what may be done next. */
export const getBatch: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'batch', params.batchId)
  if (!found.ok) return found
  return ok({
    ...found.value,
    allowed: allowedBatchActions(found.value.state, context.member),
    ...(await timelineOf(context.store, 'batch', params.batchId)),
  })
}
