import { beijingDate } from '@anjie/calendar-cn'
import type { getApplication as operation } from '@anjie/contracts/operations/honours'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { levelOf } from '@anjie/domain/access/index'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { type ApplicationSetting, allowedApplicationActions } from '@anjie/domain/honours/applicationTransitions'
import { askedCriteria } from '@anjie/domain/honours/askedCriteria'
import { type PlacesLeft, placesLeft } from '@anjie/domain/honours/quota'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import { unitChange } from '@anjie/domain/units/unitChange'
import { ok } from '@anjie/kernel'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query, QueryContext } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { eligibilityOf } from './eligibilityOf.ts'
import { findApplication, getRoundOf, getUnitOf, lowerTitleOf, quotaOf, unitTitleOf } from './honourRecords.ts'

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
  const [round, unit] = await Promise.all([getRoundOf(store, state), getUnitOf(store, state)])
  const [{ lines: eligibility, bars }, timeline, batch, places, titled, lowerTitle] = await Promise.all([
    eligibilityOf(context, state, { round, unit }, today),
    timelineOf(store, 'application', state.id),
    noticeOf(context, state),
    placesLeftFor(context, state, round),
    state.status === 'accepted' ? unitTitleOf(store, state, today) : undefined,
    lowerTitleOf(store, state),
  ])
  const setting: ApplicationSetting = {
    eligibility,
    today,
    unit,
    bars,
    criteria: typeOfRound(round).criteria,
    ...(places === undefined ? {} : { places }),
    ...(lowerTitle === undefined ? {} : { lowerTitle }),
    ...(titled === undefined ? {} : { heldTitle: titled.held }),
    ...(batch === undefined ? {} : { batchStatus: batch.status }),
  }
  return ok({
    // The round's own last day: the one that was kept is of when the draft was begun.
    state: { ...state, closesOn: round.closesOn },
    version,
    allowed: allowedApplicationActions(state, context.member, setting),
    ...timeline,
    criteria: [...askedCriteria(typeOfRound(round))],
    ...(places === undefined ? {} : { places }),
    eligibility: eligibility.map(({ name, met, reason }) => ({ name, met, reason })),
    notice: batch?.notice,
    documentNumber: batch?.documentNumber,
    unitChange: unitChange(state, unit, today),
  })
}

/** 名额 are read as long as it has none of them yet, by everybody who reads the case. */
async function placesLeftFor(
  { store }: QueryContext,
  application: Application,
  round: Round,
): Promise<PlacesLeft | undefined> {
  if (!['draft', 'submitted', 'recommended'].includes(application.status)) return undefined
  return placesLeft(round, application, (await quotaOf(store, application)).state)
}

/** The list that the application stands in, as far as the reader may know it: a county or city, once it is on notice. */
async function noticeOf(
  { scope, store }: QueryContext,
  { batchId }: Application,
): Promise<Pick<Batch, 'status' | 'notice' | 'documentNumber'> | undefined> {
  if (batchId === undefined) return undefined
  return levelOf(scope) === namingLevel(batchId) && scope.level !== 'unit'
    ? (await store.get('batch', batchId))?.state
    : store.releasedNotice(batchId)
}
