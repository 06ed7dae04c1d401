import type { CityCode, CountyCode, ProvinceCode } from '@anjie/contracts/vocabulary/divisions/divisions'

/** A county and the jurisdictions above it, by its code: `990101` → itself, city `9901`, province `99`. */
export const divisionsOfCounty = (
  county: CountyCode,
): { readonly county: CountyCode; readonly city: CityCode; readonly province: ProvinceCode } => ({
  county,
  // A code is made of the codes above it.
  city: county.slice(0, 4) as CityCode,
  province: county.slice(0, 2) as ProvinceCode,
})
