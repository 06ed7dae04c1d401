import type { Finding, Scheme, SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import type { UnitKind } from '@anjie/contracts/vocabulary/units/unitKind'

/** Where the subjects of a scheme come from, and whose figures can be added up to theirs. */
export type SubjectSource =
  | { readonly from: 'divisions'; readonly level: 'city' | 'county'; readonly lower: readonly SubjectKind[] }
  | { readonly from: 'register'; readonly unitKind: UnitKind; readonly lower: readonly SubjectKind[] }
  /** Posts at a county's units, which nobody but the county assesses. */
  | { readonly from: 'duty-posts'; readonly lower: readonly SubjectKind[] }

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
  post: { from: 'duty-posts', lower: [] },
  'governance-center': null,
  enterprise: null,
}

/** What the integrity check cannot know of a scheme: whether there is anybody to be assessed. Bars the publication, not the trial. */
export function subjectFindings({ subjectKind }: Pick<Scheme, 'subjectKind'>): readonly Finding[] {
  if (SUBJECT_SOURCES[subjectKind] !== null) return []
  const name = SUBJECT_KIND_NAMES[subjectKind]
  return [
    {
      severity: 'error',
      check: 'subjects-never',
      node: '',
      message: `考评对象是“${name}”，系统没有${name}的名册，方案发布后永远没有考评对象；请改考评对象（基本信息），${name}的方案只能离线计分`,
    },
  ]
}
