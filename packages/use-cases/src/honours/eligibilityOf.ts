import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Bar } from '@anjie/contracts/vocabulary/honours/bar'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { TitleId } from '@anjie/contracts/vocabulary/ids'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { applicationEligibility, lowerTitle, renewedTitle } from '@anjie/domain/honours/eligibility'
import type { EligibilityLine } from '@anjie/domain/honours/eligibilityLine'
import { resubmitByOf } from '@anjie/domain/honours/resubmission'
import { typeOfRound } from '@anjie/domain/honours/typeOf'
import type { QueryContext } from '../ports.ts'
import { heldTitles } from './heldTitles.ts'
import { barsOf, basisOf } from './honourRecords.ts'

export interface Eligibility {
  readonly lines: readonly EligibilityLine[]
  readonly bars: readonly Bar[]
  /** The title below by which the unit may apply, where the round asks for one. */
  readonly lowerTitleId: TitleId | undefined
  /** 续期: the title of the rung that it would follow. */
  readonly renewsTitleId: TitleId | undefined
}

/**
 * Every condition of an application on a day. Titles are looked up for the county's draft only: the city and the province
 * would have to read those of all their counties for a question that was answered when it was submitted.
 */
export async function eligibilityOf(
  { store, scope }: QueryContext,
  application: Application,
  { round, unit }: { readonly round: Round; readonly unit: Unit },
  today: PlainDate,
): Promise<Eligibility> {
  const county = scope.level === 'county' || scope.level === 'unit' ? scope.county : undefined
  const asksForTitles = county !== undefined && application.status === 'draft'
  const [titles, basis, bars] = await Promise.all([
    asksForTitles ? heldTitles(store, unit, county) : undefined,
    asksForTitles ? basisOf(store, round) : undefined,
    barsOf(store, unit.id),
  ])
  const question = {
    type: typeOfRound(round),
    round,
    unit,
    today,
    bars,
    submittedBefore: application.status !== 'draft',
    resubmitBy: resubmitByOf(application, round),
    ...(titles === undefined ? {} : { titles, basis }),
  }
  return {
    lines: applicationEligibility(question, application),
    bars,
    lowerTitleId: titles === undefined ? undefined : lowerTitle(question, titles)?.id,
    renewsTitleId: titles === undefined ? undefined : renewedTitle(question, titles)?.id,
  }
}
