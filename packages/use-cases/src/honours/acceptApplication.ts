import { beijingDate } from '@anjie/calendar-cn'
import type { acceptApplication as operation } from '@anjie/contracts/operations/honours'
import { accept } from '@anjie/domain/honours/decisions/accept'
import type { InputOf } from '../input.ts'
import type { Command } from '../ports.ts'
import { commitApplication } from './commitApplication.ts'
import { getRoundOf, openApplication, quotaOf } from './honourRecords.ts'

/** 市级验收, with one of the city's places counted in the same commit. */
export const acceptApplication: Command<InputOf<typeof operation>> = async (context, { params, body }) => {
  const { store, member, now } = context
  const found = await openApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  const round = await getRoundOf(store, state)
  const quota = await quotaOf(store, state)
  const decided = accept(state, member, body, round, quota.used, beijingDate(now), now)
  return commitApplication(context, { id: state.id, version }, decided, { quota })
}
