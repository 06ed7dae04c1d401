import type { CityCode, CountyCode, ProvinceCode } from './divisions.ts'

// Codes are nested (GB/T 2260): the first characters of a code that was checked are themselves codes, so the brands hold.
// This is the one place that cuts them; a functional zone's own code keeps to the same lengths.

/** `9901` of county `990101`, or of anything whose code begins with it. */
export const cityCodeOf = (code: string): CityCode => code.slice(0, 4) as CityCode

/** `99` of county `990101` or city `9901`. */
export const provinceCodeOf = (code: string): ProvinceCode => code.slice(0, 2) as ProvinceCode

/** `990101` of the id of a record that a county owns, `990101.01J…`, or of the county's own code. */
export const countyCodeOf = (id: string): CountyCode => id.slice(0, 6) as CountyCode
