import type { Role } from '../vocabulary/access/people.ts'

/** Who reads the province's own records. */
export const PROVINCE_READERS = ['province-admin', 'province-reviewer', 'auditor'] as const satisfies readonly Role[]

/** Who publishes and names at each level; a city has one kind of post. */
export const NAMING_ADMINS = ['province-admin', 'city-reviewer', 'county-admin'] as const satisfies readonly Role[]

/** Who draws up the lists of each level, and who reads them. */
export const LIST_MAKERS = ['province-reviewer', 'county-reviewer', ...NAMING_ADMINS] as const satisfies readonly Role[]
export const LIST_READERS = ['auditor', ...LIST_MAKERS] as const satisfies readonly Role[]

/** Who investigates objections: those who name at the province, and the city for its own lists and those of its counties. */
export const INVESTIGATORS = ['province-reviewer', 'province-admin', 'city-reviewer'] as const satisfies readonly Role[]

/** 考评主体: who configures, scores and publishes. The province's for the whole province, a county's for its own units. */
export const ASSESSORS = ['province-admin', 'county-admin'] as const satisfies readonly Role[]

/** Who reads score runs: each commission its own. */
export const RUN_READERS = [...PROVINCE_READERS, 'county-admin', 'county-reviewer'] as const satisfies readonly Role[]

export const COUNTY_READERS = ['county-admin', 'county-reviewer', 'county-reporter'] as const satisfies readonly Role[]

/** Who reads a county's points before they are published: the county itself and the province. A city oversees figures, not these. */
export const POINTS_READERS = [...PROVINCE_READERS, ...COUNTY_READERS] as const satisfies readonly Role[]

/** Who reads cases, cycles and schemes at all three levels. A grassroots unit's reporter sees only its own units. */
export const CASE_READERS = [...PROVINCE_READERS, 'city-reviewer', ...COUNTY_READERS] as const satisfies readonly Role[]
