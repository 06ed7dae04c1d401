import type { ListRow } from '@anjie/contracts/vocabulary/listRow'
import { SubjectKind } from '@anjie/contracts/vocabulary/schemes/scheme'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/schemeWords'
import type { AssessorLevel } from '@anjie/domain/schemes/assessor'

/** What kind of unit the scheme or cycle of a line assesses; lines from before there were others assess counties. */
export const subjectKindOf = (row: ListRow): SubjectKind => SubjectKind.catch('county').parse(row.fields['subjectKind'])

export const subjectKindName = (row: ListRow): string => SUBJECT_KIND_NAMES[subjectKindOf(row)]

/** Whose scheme or cycle it is: the id starts with the province's two characters or the county's six. */
export const assessorOfRow = ({ id }: ListRow): AssessorLevel => (id.indexOf('.') === 2 ? 'province' : 'county')
