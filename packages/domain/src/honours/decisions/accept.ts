import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { opinionOf } from '../person.ts'
import { placesLeft, placeTaken } from '../quota.ts'
import { typeOfRound } from '../typeOf.ts'

export interface Acceptance {
  readonly opinion: string
  readonly siteVisit: NonNullable<Application['siteVisit']>
}

/** What an acceptance is decided from. */
export interface AcceptanceSetting {
  readonly round: Round
  readonly unit: Unit
  readonly quota: RecordState<'quota'>
  /** Where the round asks for a title below. */
  readonly lowerTitle: Title | null | undefined
}

/** 验收: with the site visit's finding, and for one of the places, which is counted in the same commit. */
export function accept(
  application: Application,
  member: Membership,
  acceptance: Acceptance,
  { round, unit, quota, lowerTitle }: AcceptanceSetting,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'accept', member, {
    today,
    unit,
    criteria: typeOfRound(round).criteria,
    places: placesLeft(round, application, quota),
    ...(lowerTitle === undefined ? {} : { lowerTitle }),
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
    quota: placeTaken(application, quota),
  })
}
