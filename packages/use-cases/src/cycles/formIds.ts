import type { CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { SubmissionId } from '@anjie/contracts/vocabulary/ids'

/** The forms of these subjects; a subject that fills in nothing has none. */
export const formIds = (subjects: readonly CycleSubject[]): SubmissionId[] =>
  subjects.flatMap(({ submissionId }) => (submissionId === undefined ? [] : [submissionId]))
