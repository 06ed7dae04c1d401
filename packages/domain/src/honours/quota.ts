import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Round } from '@anjie/contracts/vocabulary/honours/round'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import type { Step } from '../decision.ts'

type Quota = RecordState<'quota'>

/** Places that an application could still take, and whose they are. */
export interface PlacesLeft {
  readonly left: number
  readonly of: string
}

/** Places of a round by the division that they are given to; one that the round does not list has none. */
export const placesOfRound = (
  round: Pick<Round, 'quotas' | 'countyQuotas'>,
): readonly { readonly code: string; readonly name: string; readonly places: number }[] => [
  ...round.quotas.map(({ city, cityName, places }) => ({ code: city, name: cityName, places })),
  ...(round.countyQuotas ?? []).map(({ county, countyName, places }) => ({ code: county, name: countyName, places })),
]

/** Places left for an application: its city's in a round of the province, its county's in one of a city or county. */
export function placesLeft(
  round: Pick<Round, 'quotas' | 'countyQuotas'>,
  application: Pick<Application, 'county' | 'cityName' | 'countyName'>,
  { used, counties }: Quota,
): PlacesLeft {
  const city = cityCodeOf(application.county)
  const given = placesOfRound(round)
  const ofCounty = given.find(({ code }) => code === application.county)
  if (round.countyQuotas !== undefined)
    return {
      left: (ofCounty?.places ?? 0) - (counties?.[application.county] ?? 0),
      of: application.countyName,
    }
  return { left: (given.find(({ code }) => code === city)?.places ?? 0) - used, of: application.cityName }
}

/** Whether the application holds a place. */
export const holdsPlace = (application: Pick<Application, 'status'>): boolean =>
  application.status === 'accepted' || application.status === 'proposed'

type Counted = Pick<Application, 'id' | 'county'>

/** One place more is used, and by whose unit. */
export const placeTaken = (application: Counted, quota: Quota): Step<'quota'> => counted(application, quota, 1)

/** One place back. */
export function placeGivenBack(application: Counted, quota: Quota): Step<'quota'> {
  if (quota.used < 1) throw new Error(`a place of ${application.id} was never counted`)
  return counted(application, quota, -1)
}

function counted({ id, county }: Counted, quota: Quota, more: 1 | -1): Step<'quota'> {
  const used = quota.used + more
  // Places of rounds from before counties were counted apart go back without one.
  const ofCounty = Math.max(0, (quota.counties?.[county] ?? 0) + more)
  return {
    next: { ...quota, used, counties: { ...quota.counties, [county]: ofCounty } },
    fact: { type: 'QuotaCounted', details: { application: id, used: `${quota.used} → ${used}` } },
  }
}
