import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { applicationEligibility, type EligibilityLine } from '@anjie/domain/honours/eligibility'
import { resubmitByOf } from '@anjie/domain/honours/resubmission'
import { HONOUR_TYPES } from '@anjie/domain/honours/types/index'
import type { QueryContext } from '../ports.ts'
import { heldTitles } from './heldTitles.ts'
import { getRoundOf, getUnitOf } from './honourRecords.ts'

/**
 * Every condition of an application on a day. Titles are looked up for the county's draft only: the city and the province
 * would have to read those of all their counties for a question that was answered when it was submitted.
 */
export async function eligibilityOf(
  { store, scope }: QueryContext,
  application: Application,
  today: PlainDate,
): Promise<readonly EligibilityLine[]> {
  const [round, unit] = await Promise.all([getRoundOf(store, application), getUnitOf(store, application)])
  const county = scope.level === 'county' || scope.level === 'unit' ? scope.county : undefined
  const asksForTitles = county !== undefined && application.status === 'draft'
  const titles = asksForTitles ? await heldTitles(store, unit, county) : undefined
  const question = {
    type: HONOUR_TYPES[application.honour],
    round,
    unit,
    today,
    submittedBefore: application.status !== 'draft',
    resubmitBy: resubmitByOf(application, round),
    ...(titles === undefined ? {} : { titles }),
  }
  return applicationEligibility(question, application)
}
