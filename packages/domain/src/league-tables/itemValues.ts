import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import type { CountedCell, FormValue, Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import { cellKey } from '../submissions/cellKey.ts'
import { isSettled } from '../submissions/submissionTransitions.ts'

/** A score needs the remark of a value only where it explains why there is no figure; an archive keeps it this short. */
const NOTE_LENGTH = 200

/** Form cells as figures of one subject for the scoring. */
export function itemValuesOf(
  subject: string,
  values: readonly FormValue[],
  form?: Pick<Submission, 'id' | 'counted'>,
): ItemValue[] {
  const counted = new Map(form?.counted?.map((cell) => [cellKey(cell), cell]))
  return values.map((value) => ({
    subject,
    item: value.item,
    period: value.period,
    status: value.status,
    ...(value.status === 'reported' ? { value: value.value } : {}),
    ...proofOf(counted.get(cellKey(value)), form?.id),
    ...(value.status === 'reported' || value.note === undefined ? {} : { note: value.note.slice(0, NOTE_LENGTH) }),
  }))
}

function proofOf(cell: CountedCell | undefined, submission: string | undefined): Pick<ItemValue, 'counted'> {
  if (cell === undefined || submission === undefined) return {}
  const { drawing, digest, rows } = cell
  return { counted: { submission, drawing, digest, rows } }
}

/** The figures that are scored: as the last level passed them, or, where it has not, as they stand now. */
export function scoredValuesOf(submission: Submission): readonly FormValue[] {
  if (!isSettled(submission)) return submission.values
  const { accepted, verified } = submission.approved
  return (submission.finalLevel === 'county' ? verified : accepted) ?? submission.values
}
