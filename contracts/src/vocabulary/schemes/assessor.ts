import { CountyCode, ProvinceCode } from '../divisions/divisions.ts'

/** 考评主体: the province's commission, or with `county` that county's own, which assesses its townships and departments. */
export const assessorFields = { province: ProvinceCode, county: CountyCode.optional() }
