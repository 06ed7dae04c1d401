import { cityCodeOf, provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { CityCode, CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'

/** A county and the jurisdictions above it, by its code: `990101` → itself, city `9901`, province `99`. */
export const divisionsOfCounty = (
  county: CountyCode,
): { readonly county: CountyCode; readonly city: CityCode; readonly province: ProvinceCode } => ({
  county,
  city: cityCodeOf(county),
  province: provinceCodeOf(county),
})
