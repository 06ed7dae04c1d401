import type { Role } from '../vocabulary/people.ts'

/** Who reads the commission's own records: score runs, batches, archives. */
export const PROVINCE_READERS = ['province-admin', 'province-reviewer', 'auditor'] as const satisfies readonly Role[]

const COUNTY_READERS = ['county-admin', 'county-reviewer', 'county-reporter'] as const satisfies readonly Role[]

/** Who reads a county's points before they are published: the county itself and the province. A city oversees figures, not these. */
export const POINTS_READERS = [...PROVINCE_READERS, ...COUNTY_READERS] as const satisfies readonly Role[]

/** Who reads cases, cycles and schemes at all three levels. A grassroots unit's reporter sees only its own units. */
export const CASE_READERS = [...PROVINCE_READERS, 'city-reviewer', ...COUNTY_READERS] as const satisfies readonly Role[]
