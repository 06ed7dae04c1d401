import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { isSettled } from '../submissions/submissionTransitions.ts'

/** A score needs the remark of a value only where it explains why there is no figure; an archive keeps it this short. */
const NOTE_LENGTH = 200

/** Form cells as figures of one subject for the scoring. */
export function itemValuesOf(subject: string, values: readonly FormValue[]): ItemValue[] {
  return values.map((value) => ({
    subject,
    item: value.item,
    period: value.period,
    status: value.status,
    ...(value.status === 'reported' ? { value: value.value } : {}),
    ...(value.status === 'reported' || value.note === undefined ? {} : { note: value.note.slice(0, NOTE_LENGTH) }),
  }))
}

/** The figures that are scored: as the last level passed them, or, where it has not, as they stand now. */
export function scoredValuesOf(submission: Submission): readonly FormValue[] {
  if (!isSettled(submission)) return submission.values
  const { accepted, verified } = submission.approved
  return (submission.finalLevel === 'county' ? verified : accepted) ?? submission.values
}
