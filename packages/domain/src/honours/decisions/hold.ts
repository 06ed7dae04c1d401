import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { opinionOf } from '../person.ts'

/** 暂缓办理: a case whose turn it is waits, with the reason, and stays in the same hands. */
export function hold(
  application: Application,
  member: Membership,
  reason: string,
  batch: Pick<Batch, 'status'> | undefined,
  at: string,
): Decided {
  const step = permitApplicationAction(
    application,
    'hold',
    member,
    batch === undefined ? {} : { batchStatus: batch.status },
  )
  if (!step.ok) return step
  return ok({
    application: {
      next: {
        ...application,
        held: { reason, at },
        opinions: [...application.opinions, opinionOf('hold', reason, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationHeld', details: { reason } },
    },
  })
}
