import { cityCodeOf, countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { type Assessor, assessorCode } from '../schemes/assessor.ts'
import { isSettled } from './submissionTransitions.ts'

/** Whose post has the last word on a form: its city's, or the county's own. */
export const settlingDivision = ({ county, finalLevel }: Pick<Submission, 'county' | 'finalLevel'>): string =>
  finalLevel === 'county' ? county : cityCodeOf(county)

/** Is it by this step that the last level has passed the figures? */
export const settlesNow = (before: Submission, next: Submission): boolean => isSettled(next) && !isSettled(before)

/** Every division whose posts settle figures of a cycle: its commission, and the cities that have the last word on its forms. */
export const settlingDivisions = (assessor: Assessor, forms: readonly SubmissionId[]): readonly string[] => [
  ...new Set([
    assessorCode(assessor),
    ...(assessor.county === undefined ? forms.map((form) => cityCodeOf(countyCodeOf(form))) : []),
  ]),
]
