import type { getRound as operation } from '@anjie/contracts/operations/honours'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'

/** 申报轮次: its window, basis and places. A round that was opened is not changed, so nothing is allowed on it. */
export const getRound: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'round', params.roundId)
  if (!found.ok) return found
  return ok({ ...found.value, allowed: [], ...(await timelineOf(context.store, 'round', params.roundId)) })
}
