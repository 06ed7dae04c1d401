import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { takenBack } from '../desk.ts'
import { opinionOf } from '../person.ts'
import { type PlacesOfRound, placeFreed } from '../quota.ts'

export interface Withdrawal {
  readonly application: Application
  readonly member: Membership
  /** Needed where a recommendation or acceptance is taken back, which was an official opinion. */
  readonly reason: string | undefined
  /** Places of its round, when the application holds one or waits for one. */
  readonly quota: PlacesOfRound | undefined
  readonly at: string
}

/**
 * 撤回: whoever passed an application on takes it back as long as the level above has not decided. The applicant gets a draft again,
 * the county its step before the recommendation, the city the one before its acceptance, whose place is given back.
 */
export function withdraw({ application, member, reason, quota, at }: Withdrawal): Decided {
  const step = permitApplicationAction(application, 'withdraw', member, {})
  if (!step.ok) return step
  const [to] = step.value.to
  const { held: _over, waiting: _line, ...rest } = takenBack(application, at)
  if (to === 'draft')
    return ok({
      application: {
        next: { ...rest, status: to, updatedAt: at },
        fact: { type: 'ApplicationWithdrawn', details: {} },
      },
    })
  if (reason === undefined)
    return err({ code: 'invalid-input', detail: '撤回推荐或验收应写明理由', pointer: '/reason' })
  const { siteVisit: _fallen, ...unaccepted } = rest
  return ok({
    application: {
      next: {
        ...unaccepted,
        status: to,
        opinions: [...application.opinions, opinionOf('withdraw', reason, member, at)],
        updatedAt: at,
      },
      fact: { type: to === 'submitted' ? 'RecommendationWithdrawn' : 'AcceptanceWithdrawn', details: { reason } },
    },
    ...placeFreed(application, quota, at),
  })
}
