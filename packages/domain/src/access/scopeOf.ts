import type { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import type { CityCode, CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'

/** A jurisdiction with the codes of those above it, by the rule that codes are nested. */
export type NestedJurisdiction =
  | { readonly level: 'county'; readonly county: CountyCode; readonly city: CityCode; readonly province: ProvinceCode }
  | { readonly level: 'city'; readonly city: CityCode; readonly province: ProvinceCode }
  | { readonly level: 'province'; readonly province: ProvinceCode }

// The first four and two characters of a code that was checked are themselves codes (GB/T 2260), so the brand holds.
const cityOf = (code: string): CityCode => code.slice(0, 4) as CityCode
const provinceOf = (code: string): ProvinceCode => code.slice(0, 2) as ProvinceCode

/** What a post reaches, from the jurisdiction in its membership record and from nothing else. */
export function scopeOf(jurisdiction: Jurisdiction): NestedJurisdiction {
  switch (jurisdiction.level) {
    case 'county':
      return {
        level: 'county',
        county: jurisdiction.code,
        city: cityOf(jurisdiction.code),
        province: provinceOf(jurisdiction.code),
      }
    case 'city':
      return { level: 'city', city: jurisdiction.code, province: provinceOf(jurisdiction.code) }
    case 'province':
      return { level: 'province', province: jurisdiction.code }
  }
}
