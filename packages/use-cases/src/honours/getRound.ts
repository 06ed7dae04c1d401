import { beijingDate } from '@anjie/calendar-cn'
import type { getRound as operation } from '@anjie/contracts/operations/honours'
import { levelOf } from '@anjie/domain/access/index'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { placesOfRound } from '@anjie/domain/honours/quota'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { isOwn } from './isOwn.ts'
import { usedPlaces } from './usedPlaces.ts'

/** 申报轮次: its window, basis, places and how many are used, and whether it may be changed. */
export const getRound: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'round', params.roundId)
  if (!found.ok) return found
  const { store, scope, now } = context
  const { state } = found.value
  const mine = isOwn(context, state.id).ok
  const runs = beijingDate(now) <= state.closesOn
  // A city counts its own places in a round of the province; whoever opened a round counts all of them.
  const only = scope.level === 'city' && namingLevel(state.id) === 'province' ? scope.city : undefined
  const counts = scope.level !== 'unit' && (mine || levelOf(scope) !== 'county')
  const [timeline, used] = await Promise.all([
    timelineOf(store, 'round', params.roundId),
    counts ? usedPlaces(store, state, only) : undefined,
  ])
  return ok({
    ...found.value,
    allowed: ['change', 'close'].map((action) =>
      mine && runs
        ? { action, allowed: true, mine: true as const }
        : { action, allowed: false, reason: mine ? '申报期已截止，不能再变动' : '由开放该轮申报的单位变动' },
    ),
    ...timeline,
    places:
      used === undefined
        ? []
        : placesOfRound(state)
            .filter(({ code }) => only === undefined || code === only)
            .map((each) => ({ ...each, used: used.usedOf(each.code) })),
  })
}
