import type { Cycle } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { SubmissionId } from '@anjie/contracts/vocabulary/ids'

/** The forms of a cycle; a subject that fills in nothing has none. */
export const formIds = ({ subjects }: Pick<Cycle, 'subjects'>): SubmissionId[] =>
  subjects.flatMap(({ submissionId }) => (submissionId === undefined ? [] : [submissionId]))
