import type { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CityCode, CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'

/** A jurisdiction with the codes of those above it, by the rule that codes are nested. */
export type NestedJurisdiction =
  | { readonly level: 'county'; readonly county: CountyCode; readonly city: CityCode; readonly province: ProvinceCode }
  | { readonly level: 'city'; readonly city: CityCode; readonly province: ProvinceCode }
  | { readonly level: 'province'; readonly province: ProvinceCode }

/** What a post reaches, from the jurisdiction in its membership record and from nothing else. */
export function scopeOf(jurisdiction: Jurisdiction): NestedJurisdiction {
  switch (jurisdiction.level) {
    case 'county':
      return {
        level: 'county',
        county: jurisdiction.code,
        city: cityCodeOf(jurisdiction.code),
        province: provinceCodeOf(jurisdiction.code),
      }
    case 'city':
      return { level: 'city', city: jurisdiction.code, province: provinceCodeOf(jurisdiction.code) }
    case 'province':
      return { level: 'province', province: jurisdiction.code }
  }
}
