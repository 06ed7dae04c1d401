import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { takenBack } from '../desk.ts'
import { opinionOf } from '../person.ts'
import { holdsPlace, placeGivenBack } from '../quota.ts'

export interface Withdrawal {
  readonly application: Application
  readonly member: Membership
  /** Needed where a recommendation or acceptance is taken back, which was an official opinion. */
  readonly reason: string | undefined
  /** Places used, when the application holds one. */
  readonly quota: RecordState<'quota'> | undefined
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
  const { held: _over, ...rest } = takenBack(application, at)
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
    ...(holdsPlace(application) && quota !== undefined ? { quota: placeGivenBack(application, quota) } : {}),
  })
}
