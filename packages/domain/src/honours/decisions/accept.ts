import { dayText } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Decided } from '../applicationDecision.ts'
import { permitApplicationAction } from '../applicationTransitions.ts'
import { offDesk } from '../desk.ts'
import type { LowerTitleNow } from '../eligibility.ts'
import { opinionOf } from '../person.ts'
import { placesLeft, placeTaken } from '../quota.ts'
import { typeOfRound } from '../typeOf.ts'
import { visitDayFault } from './visit.ts'

export interface Acceptance {
  readonly opinion: string
  /** Left out: the newest visit that this level has recorded since the case came to it. */
  readonly siteVisit?: Application['siteVisit']
}

/** What an acceptance is decided from. */
export interface AcceptanceSetting {
  readonly round: Round
  readonly unit: Unit
  readonly quota: RecordState<'quota'>
  /** 限制申报 of the unit. */
  readonly bars: readonly Bar[]
  /** Where the round asks for a title below. */
  readonly lowerTitle: LowerTitleNow | null | undefined
}

/** 验收: with the site visit's finding, and for one of the places, which is counted in the same commit. */
export function accept(
  application: Application,
  member: Membership,
  acceptance: Acceptance,
  { round, unit, quota, lowerTitle, bars }: AcceptanceSetting,
  today: PlainDate,
  at: string,
): Decided {
  const step = permitApplicationAction(application, 'accept', member, {
    today,
    unit,
    bars,
    criteria: typeOfRound(round).criteria,
    places: placesLeft(round, application, quota),
    ...(lowerTitle === undefined ? {} : { lowerTitle }),
  })
  if (!step.ok) return step
  const visit = visitOf(application, member, acceptance)
  if (!visit.ok) return visit
  const fault = visitDayFault(visit.value.on, round, today, '/siteVisit/on')
  if (fault !== null) return err(fault)
  const { waiting: _over, ...rest } = offDesk(application, at)
  return ok({
    application: {
      next: {
        ...rest,
        status: step.value.to[0],
        siteVisit: visit.value,
        opinions: [...application.opinions, opinionOf('accept', acceptance.opinion, member, at)],
        updatedAt: at,
      },
      fact: {
        type: 'ApplicationAccepted',
        details: { opinion: acceptance.opinion, siteVisit: visit.value.on },
      },
    },
    quota: placeTaken(application, { round, state: quota }, at),
  })
}

function visitOf(
  { visits = [] }: Application,
  { jurisdiction }: Membership,
  { siteVisit }: Acceptance,
): Result<NonNullable<Application['siteVisit']>, Problem> {
  if (siteVisit !== undefined) return ok(siteVisit)
  const newest = visits.findLast(({ before, jurisdiction: of }) => before === undefined && of === jurisdiction.code)
  if (newest === undefined)
    return err({ code: 'incomplete', detail: '还没有登记现场核查，请先登记，再办理验收', pointer: '/siteVisit' })
  if (!newest.agrees)
    return err({
      code: 'incomplete',
      detail: `${dayText(newest.on)}的现场核查与申报不一致，请整改后再核查一次，或退回申报`,
      pointer: '/siteVisit',
    })
  return ok({ on: newest.on, visitors: newest.visitors.join('、').slice(0, 100), finding: newest.finding })
}
