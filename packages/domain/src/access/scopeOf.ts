import type { Jurisdiction } from '@anjie/contracts/vocabulary/access/people'
import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CityCode, CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { UnitId } from '@anjie/contracts/vocabulary/ids'

/** A jurisdiction with the codes of those above it, by the rule that codes are nested. */
export type NestedJurisdiction =
  | { readonly level: 'county'; readonly county: CountyCode; readonly city: CityCode; readonly province: ProvinceCode }
  | {
      readonly level: 'unit'
      readonly unit: UnitId
      readonly county: CountyCode
      readonly city: CityCode
      readonly province: ProvinceCode
    }
  | { readonly level: 'city'; readonly city: CityCode; readonly province: ProvinceCode }
  | { readonly level: 'province'; readonly province: ProvinceCode }

/** What a post reaches, from the jurisdiction and unit in its membership record and from nothing else. */
export function scopeOf(jurisdiction: Jurisdiction, unit?: UnitId): NestedJurisdiction {
  switch (jurisdiction.level) {
    case 'county': {
      const codes = {
        county: jurisdiction.code,
        city: cityCodeOf(jurisdiction.code),
        province: provinceCodeOf(jurisdiction.code),
      }
      return unit === undefined ? { level: 'county', ...codes } : { level: 'unit', unit, ...codes }
    }
    case 'city':
      return { level: 'city', city: jurisdiction.code, province: provinceCodeOf(jurisdiction.code) }
    case 'province':
      return { level: 'province', province: jurisdiction.code }
  }
}
