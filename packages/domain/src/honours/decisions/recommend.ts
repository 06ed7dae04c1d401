import { beijingDate } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { HonourType } from '@anjie/contracts/vocabulary/honours/honourType'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { offDesk } from '../desk.ts'
import type { LowerTitleNow } from '../eligibility.ts'
import { opinionOf } from '../person.ts'

/** 县级推荐, by somebody at the county who wrote nothing in it. */
export function recommend(
  application: Application,
  member: Membership,
  opinion: string,
  unit: Unit,
  criteria: HonourType['criteria'],
  lowerTitle: LowerTitleNow | null | undefined,
  bars: readonly Bar[],
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'recommend', member, {
    today: beijingDate(at),
    unit,
    bars,
    criteria,
    ...(lowerTitle === undefined ? {} : { lowerTitle }),
  })
  if (!step.ok) return step
  return ok({
    application: {
      next: {
        ...offDesk(application, at),
        status: step.value.to[0],
        opinions: [...application.opinions, opinionOf('recommend', opinion, member, at)],
        updatedAt: at,
      },
      fact: { type: 'ApplicationRecommended', details: { opinion } },
    },
  })
}
