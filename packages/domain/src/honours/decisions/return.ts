import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application, ApplicationStatus } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { ok } from '@anjie/kernel'
import { withoutEntry } from '../../notices/batchEntries.ts'
import type { Decided } from '../applicationDecision.ts'
import { APPLICATION_STATUS_NAMES, permitApplicationAction } from '../applicationTransitions.ts'
import { opinionOf } from '../person.ts'
import { holdsPlace, placeGivenBack } from '../quota.ts'

export interface ReturnRequest {
  readonly application: Application
  readonly member: Membership
  readonly to: ApplicationStatus
  readonly reason: string
  /** Places used by the city, when the application holds one. */
  readonly used: number
  /** The list in which it stands, when it does. */
  readonly batch: Batch | undefined
  readonly at: string
}

/**
 * 退回 to any earlier step that this level may return to, with the reason. An acceptance that was given falls: its place
 * goes back to the city, and a listed application leaves its list, in the same commit.
 */
export function returnTo(request: ReturnRequest): Decided {
  const { application, member, to, reason, used, batch, at } = request
  const step = permitApplicationAction(
    application,
    'return',
    member,
    batch === undefined ? {} : { batchStatus: batch.status },
    to,
  )
  if (!step.ok) return step
  const { siteVisit: _fallen, batchId: _left, ...rest } = application
  return ok({
    application: {
      next: {
        ...rest,
        status: to,
        returnReason: reason,
        opinions: [...application.opinions, opinionOf('return', reason, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationReturned', details: { 退回到: APPLICATION_STATUS_NAMES[to], 理由: reason } },
    },
    ...(holdsPlace(application) ? { quota: placeGivenBack(application, used) } : {}),
    ...(batch === undefined ? {} : { batch: withoutEntry(batch, application, reason, at) }),
  })
}
