import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import { ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'

/** 撤回申报: the county takes it back before anybody has decided on it. */
export function withdraw(application: Application, member: Membership, at: string): Decided {
  const step = permitApplicationAction(application, 'withdraw', member, {})
  if (!step.ok) return step
  return ok({
    application: {
      next: { ...application, status: step.value.to[0], updatedAt: at },
      fact: { type: 'ApplicationWithdrawn', details: {} },
    },
  })
}
