import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { opinionOf } from '../person.ts'

/** 恢复办理 of what was held: it goes on from where it stood. */
export function release(
  application: Application,
  member: Membership,
  opinion: string,
  batch: Pick<Batch, 'status'> | undefined,
  at: string,
): Decided {
  const step = permitApplicationAction(
    application,
    'release',
    member,
    batch === undefined ? {} : { batchStatus: batch.status },
  )
  if (!step.ok) return step
  const { held: _over, ...rest } = application
  return ok({
    application: {
      next: {
        ...rest,
        opinions: [...application.opinions, opinionOf('release', opinion, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationReleased', details: { opinion } },
    },
  })
}
