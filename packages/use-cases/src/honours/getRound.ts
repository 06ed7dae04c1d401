import { beijingDate } from '@anjie/calendar-cn'
import type { getRound as operation } from '@anjie/contracts/operations/honours'
import { namingLevel } from '@anjie/domain/divisions/namingLevel'
import { ok } from '@anjie/kernel'
import { findRecord } from '../findRecord.ts'
import type { InputOf, OutputOf } from '../input.ts'
import type { Query } from '../ports.ts'
import { timelineOf } from '../timelineOf.ts'
import { isOwn } from './isOwn.ts'
import { placesShown } from './placesShown.ts'

/** 申报轮次: its window, basis, places with how many are used and who waits for one, and whether it may be changed. */
export const getRound: Query<InputOf<typeof operation>, OutputOf<typeof operation>> = async (context, { params }) => {
  const found = await findRecord(context, 'round', params.roundId)
  if (!found.ok) return found
  const { store, scope, now } = context
  const { state } = found.value
  const mine = isOwn(context, state.id).ok
  const runs = beijingDate(now) <= state.closesOn
  const [timeline, shown] = await Promise.all([timelineOf(store, 'round', params.roundId), placesShown(context, state)])
  const distributes =
    scope.level === 'city' &&
    namingLevel(state.id) === 'province' &&
    state.quotas.some(({ city }) => city === scope.city)
  return ok({
    ...found.value,
    allowed: [
      ...['change', 'close'].map((action) =>
        mine && runs
          ? { action, allowed: true, mine: true as const }
          : { action, allowed: false, reason: mine ? '申报期已截止，不能再变动' : '由开放该轮申报的单位变动' },
      ),
      // Acceptances go on after the window has closed, and so does what the places are for.
      distributes
        ? { action: 'distribute', allowed: true, mine: true as const }
        : { action: 'distribute', allowed: false, reason: '由市（州）把省级给的名额分配到县（市、区）' },
    ],
    ...timeline,
    ...shown,
  })
}
