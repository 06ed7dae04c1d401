import type { Title } from '@anjie/contracts/vocabulary/honours/title'
import type { UnitPlace } from '@anjie/contracts/vocabulary/units/unit'
import type { Step } from '../decision.ts'

/**
 * 称号随单位延续: the title stays what it is, under its number, by the decision and the names of its day; it says where its unit stands
 * today. An open re-check goes on as it is. Null where it says so already.
 */
export function carriedTitle(
  title: Title,
  place: UnitPlace,
  approvalReference: string,
  at: string,
): Step<'title'> | null {
  if (title.carriedTo?.unitId === place.unitId) return null
  const { cityName, countyName } = title.carriedTo ?? title
  return {
    next: { ...title, carriedTo: place, updatedAt: at },
    fact: {
      type: 'TitleCarriedOn',
      details: {
        fromPlace: `${cityName}${countyName}`,
        toPlace: `${place.cityName}${place.countyName}`,
        on: place.on,
        approvalReference,
      },
    },
  }
}
