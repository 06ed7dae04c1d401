import type { SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** Where the subjects of a scheme come from, and whose figures can be added up to theirs. */
export type SubjectSource =
  | { readonly from: 'divisions'; readonly level: 'city' | 'county'; readonly lower: readonly SubjectKind[] }
  | { readonly from: 'register'; readonly unitKind: UnitKind; readonly lower: readonly SubjectKind[] }

const register = (unitKind: UnitKind, lower: readonly SubjectKind[] = []): SubjectSource => ({
  from: 'register',
  unitKind,
  lower,
})

/** Posts that a township's figures can be added up from. */
const IN_A_TOWNSHIP = ['village', 'community', 'police-station', 'justice-office', 'school', 'hospital'] as const

/** `null`: no register of such units is kept, so a scheme for them can be written and tried, but not carried out. */
export const SUBJECT_SOURCES: Readonly<Record<SubjectKind, SubjectSource | null>> = {
  city: { from: 'divisions', level: 'city', lower: ['county'] },
  county: { from: 'divisions', level: 'county', lower: ['township', 'department', ...IN_A_TOWNSHIP] },
  township: register('township', IN_A_TOWNSHIP),
  department: register('department'),
  village: register('village'),
  community: register('community'),
  'police-station': register('police-station'),
  'justice-office': register('justice-office'),
  school: register('campus'),
  hospital: register('hospital'),
  grid: null,
  post: null,
  'governance-center': null,
  enterprise: null,
}
