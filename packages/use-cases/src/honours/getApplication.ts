import { beijingDate } from '@anjie/calendar-cn'
import type { getApplication as operation } from '@anjie/contracts/operations/honours'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { type ApplicationSetting, allowedApplicationActions } from '@anjie/domain/honours/applicationTransitions'
import { placesLeft } from '@anjie/domain/honours/quota'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import { unitChange } from '@anjie/domain/units/unitChange'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { eligibilityOf } from './eligibilityOf.ts'
import { findApplication, getRoundOf, getUnitOf, quotaOf, unitTitleOf } from './honourRecords.ts'

/** 申报详情: the application, its conditions answered today, what may be done next, and the notice of its list. */
export const getApplication: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (
  context,
  { params },
) => {
  const found = await findApplication(context, params.applicationId)
  if (!found.ok) return found
  const { state, version } = found.value
  const { store } = context
  const today = beijingDate(context.now)
  const [unit, eligibility, timeline, batch, left, titled] = await Promise.all([
    getUnitOf(store, state),
    eligibilityOf(context, state, today),
    timelineOf(store, 'application', state.id),
    noticeOf(context, state),
    placesLeftFor(context, state),
    state.status === 'accepted' ? unitTitleOf(store, state, today) : undefined,
  ])
  const setting: ApplicationSetting = {
    eligibility,
    today,
    unit,
    ...(left === undefined ? {} : { placesLeft: left }),
    ...(titled === undefined ? {} : { heldTitle: titled.held }),
    ...(batch === undefined ? {} : { batchStatus: batch.status }),
  }
  return ok({
    state,
    version,
    allowed: allowedApplicationActions(state, context.member, setting),
    ...timeline,
    criteria: [...HONOUR_TYPES[state.honour].criteria],
    eligibility: eligibility.map(({ name, met, reason }) => ({ name, met, reason })),
    notice: batch?.notice,
    documentNumber: batch?.documentNumber,
    unitChange: unitChange(state, unit, today),
  })
}

/** The city reads its own places, and only where it is its turn. */
async function placesLeftFor({ scope, store }: QueryContext, application: Application): Promise<number | undefined> {
  if (scope.level !== 'city' || application.status !== 'recommended') return undefined
  const [round, { used }] = await Promise.all([getRoundOf(store, application), quotaOf(store, application)])
  return placesLeft(round, application, used)
}

/** The list that the application stands in, as far as the reader may know it: a county or city, once it is on notice. */
async function noticeOf(
  { scope, store }: QueryContext,
  { batchId }: Application,
): Promise<Pick<Batch, 'status' | 'notice' | 'documentNumber'> | undefined> {
  if (batchId === undefined) return undefined
  return scope.level === 'province' ? (await store.get('batch', batchId))?.state : store.releasedNotice(batchId)
}
