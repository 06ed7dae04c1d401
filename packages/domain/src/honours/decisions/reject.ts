import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { ok } from '@anjie/kernel'
import { withoutEntry } from '../../notices/batchEntries.ts'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { offDesk } from '../desk.ts'
import { opinionOf } from '../person.ts'
import { type PlacesOfRound, placeFreed } from '../quota.ts'

export interface Rejection {
  readonly application: Application
  readonly member: Membership
  readonly reason: string
  /** Places of its round, when the application holds one or waits for one. */
  readonly quota: PlacesOfRound | undefined
  readonly batch: Batch | undefined
  readonly at: string
}

/**
 * 不予通过 closes an application. Its place goes back to the city, its list lets it go, and the unit's slot is free again,
 * so that it may apply anew while the window is open.
 */
export function reject({ application, member, reason, quota, batch, at }: Rejection): Decided {
  const step = permitApplicationAction(
    application,
    'reject',
    member,
    batch === undefined ? {} : { batchStatus: batch.status },
  )
  if (!step.ok) return step
  const { batchId: _left, held: _over, waiting: _line, objections: _answered, ...rest } = offDesk(application, at)
  return ok({
    application: {
      next: {
        ...rest,
        status: step.value.to[0],
        returnReason: reason,
        opinions: [...application.opinions, opinionOf('reject', reason, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationRejected', details: { reason } },
    },
    slot: {
      next: { applicationId: null },
      fact: { type: 'ApplicationSlotReleased', details: { application: application.id } },
    },
    ...placeFreed(application, quota, at),
    ...(batch === undefined ? {} : { batch: withoutEntry(batch, application, reason, at) }),
  })
}
