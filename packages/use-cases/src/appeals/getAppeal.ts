import type { getAppeal as operation } from '@anjie/contracts/operations/appeals'
import { allowedAppealActions } from '@anjie/domain/appeals/appealTransitions'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { personsBehind } from './personsBehind.ts'

export const getAppeal: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'appeal', params.appealId)
  if (!found.ok) return found
  const { state, version } = found.value
  return ok({
    state,
    version,
    allowed: allowedAppealActions(state, context.member, await personsBehind(context.store, state)),
    ...(await timelineOf(context.store, 'appeal', params.appealId)),
  })
}
