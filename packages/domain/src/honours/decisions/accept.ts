import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { opinionOf } from '../person.ts'
import { placesLeft } from '../quota.ts'

export interface Acceptance {
  readonly opinion: string
  readonly siteVisit: NonNullable<Application['siteVisit']>
}

/** 市级验收: with the site visit's finding, and for one of the city's places, which is counted in the same commit. */
export function accept(
  application: Application,
  member: Membership,
  acceptance: Acceptance,
  round: Round,
  unit: Unit,
  used: number,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'accept', member, {
    today,
    unit,
    placesLeft: placesLeft(round, application, used),
  })
  if (!step.ok) return step
  if (acceptance.siteVisit.on > today) {
    return err({ code: 'invalid-input', detail: '实地核查日期不能晚于今天', pointer: '/siteVisit/on' })
  }
  // What was seen before anybody could apply says nothing of this round.
  if (acceptance.siteVisit.on < round.opensOn) {
    return err({
      code: 'invalid-input',
      detail: `本轮自${dayText(round.opensOn)}起申报，实地核查日期不能早于这一天`,
      pointer: '/siteVisit/on',
    })
  }
  return ok({
    application: {
      next: {
        ...application,
        status: step.value.to[0],
        siteVisit: acceptance.siteVisit,
        opinions: [...application.opinions, opinionOf('accept', acceptance.opinion, member, at)],
        updatedAt: at,
      },
      fact: {
        type: 'ApplicationAccepted',
        details: { opinion: acceptance.opinion, siteVisit: acceptance.siteVisit.on },
      },
    },
    quota: {
      next: { used: used + 1 },
      fact: { type: 'QuotaCounted', details: { application: application.id, used: `${used} → ${used + 1}` } },
    },
  })
}
