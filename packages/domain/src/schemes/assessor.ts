import type { Membership, Role } from '@anjie/contracts/vocabulary/access/people'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import { SchemeId } from '@anjie/contracts/vocabulary/ids'
import type { SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { SchemeRecord } from '@anjie/contracts/vocabulary/schemes/schemeRecord'

/** 考评主体: the province's commission, or with `county` that county's own. Schemes, cycles and runs carry it. */
export type Assessor = Pick<SchemeRecord, 'province' | 'county'>
export type AssessorLevel = Extract<Level, 'province' | 'county'>

/** Who configures, scores and publishes at each of the two levels. */
export const ASSESSOR_ROLES = {
  province: 'province-admin',
  county: 'county-admin',
} as const satisfies Record<AssessorLevel, Role>

export const assessorLevel = ({ county }: Assessor): AssessorLevel => (county === undefined ? 'province' : 'county')

/** The division code of the assessor: its records' ids start with it, and its lists hold them. */
export const assessorCode = ({ province, county }: Assessor): string => county ?? province

/** A scheme's id. What assesses posts stays in its county, and its id says so: whatever is made from it lies beside it. */
export const schemeIdOf = (assessor: Assessor, subjectKind: SubjectKind, ulid: string): SchemeId =>
  SchemeId.parse(
    `${assessorCode(assessor)}.${assessor.county !== undefined && subjectKind === 'post' ? 'post-' : ''}${ulid}`,
  )

/** An id beside another: of a cycle beside its scheme's, of a run beside its cycle's. */
export const idBeside = (id: string, ulid: string): string => `${id.slice(0, -ulid.length)}${ulid}`

/** Of the commission itself? A post at a unit is assessed by it and belongs to it no more than another one's. */
export const isOwnAssessor = (
  assessor: Assessor,
  { jurisdiction, units }: Pick<Membership, 'jurisdiction'> & { readonly units?: readonly unknown[] | undefined },
): boolean =>
  units === undefined && jurisdiction.level === assessorLevel(assessor) && jurisdiction.code === assessorCode(assessor)

/** Both of them the same commission's? Tables of two commissions are never compared with each other. */
export const isSameAssessor = (one: Assessor, other: Assessor): boolean => assessorCode(one) === assessorCode(other)
