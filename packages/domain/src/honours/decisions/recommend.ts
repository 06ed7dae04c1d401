import type { Application } from '@anjie/contracts/vocabulary/honours'
import type { Membership } from '@anjie/contracts/vocabulary/people'
import { ok } from '@anjie/kernel'
import { checkTransition } from '../checkTransition.ts'
import type { Decided } from '../decision.ts'
import { opinionOf } from '../person.ts'

/** 县级推荐, by somebody at the county who wrote nothing in it. */
export function recommend(application: Application, member: Membership, opinion: string, at: string): Decided {
  const step = checkTransition(application, 'recommend', member, {})
  if (!step.ok) return step
  return ok({
    application: {
      next: {
        ...application,
        status: step.value.to,
        opinions: [...application.opinions, opinionOf('recommend', opinion, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationRecommended', details: { opinion } },
    },
  })
}
