import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { Step } from '../decision.ts'

/** Places that a city still has in a round; a city that the round does not list has none. */
export function placesLeft(round: Round, application: Pick<Application, 'county'>, used: number): number {
  const city = cityCodeOf(application.county)
  return (round.quotas.find((quota) => quota.city === city)?.places ?? 0) - used
}

/** Whether the application holds one of its city's places. */
export const holdsPlace = (application: Pick<Application, 'status'>): boolean =>
  application.status === 'accepted' || application.status === 'proposed'

/** One place back to the city. */
export function placeGivenBack(application: Pick<Application, 'id'>, used: number): Step<'quota'> {
  if (used < 1) throw new Error(`a place of ${application.id} was never counted`)
  return {
    next: { used: used - 1 },
    fact: { type: 'QuotaCounted', details: { application: application.id, used: `${used} → ${used - 1}` } },
  }
}
