import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { opinionOf } from '../person.ts'
import { placesLeft, waiterAdded } from '../quota.ts'
import { typeOfRound } from '../typeOf.ts'
import type { AcceptanceSetting } from './accept.ts'

/** As many as one round of one city has in its line; the line lies in the record that every acceptance writes. */
const MOST_WAITING = 200

/** 列入候补: what would be accepted finds no place, and waits in order for one. It stays with who accepts. */
export function wait(
  application: Application,
  member: Membership,
  opinion: string,
  { round, unit, quota, lowerTitle, bars }: AcceptanceSetting,
  today: PlainDate,
  at: string,
): Decided {
  const places = placesLeft(round, application, quota)
  const step = permitApplicationAction(application, 'wait', member, {
    today,
    unit,
    bars,
    criteria: typeOfRound(round).criteria,
    places,
    ...(lowerTitle === undefined ? {} : { lowerTitle }),
  })
  if (!step.ok) return step
  if ((quota.waiting?.length ?? 0) >= MOST_WAITING)
    return err({
      code: 'quota-exhausted',
      detail: `本轮候补已满${MOST_WAITING}件，不再列入；请退回，或待名额调整后再办理`,
    })
  return ok({
    application: {
      next: {
        ...application,
        waiting: { at },
        opinions: [...application.opinions, opinionOf('wait', opinion, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationWaits', details: { opinion, place: `第${places.ahead + 1}位` } },
    },
    quota: waiterAdded(application, { round, state: quota }, at),
  })
}
