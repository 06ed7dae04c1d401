import type { ListRow, ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { SUBJECT_KIND_NAMES } from '@anjie/contracts/vocabulary/schemes/subjectKindNames'
import type { AssessorLevel } from '@anjie/domain/schemes/assessor'

/** What kind of unit the scheme or cycle of a line assesses, in Chinese. */
export const subjectKindName = (row: ListRowOf<'scheme' | 'cycle'>): string =>
  SUBJECT_KIND_NAMES[row.fields.subjectKind]

/** Whose scheme or cycle it is: the id starts with the province's two characters or the county's six. */
export const assessorOfRow = ({ id }: ListRow): AssessorLevel => (id.indexOf('.') === 2 ? 'province' : 'county')
