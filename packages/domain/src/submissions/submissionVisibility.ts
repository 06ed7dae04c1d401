import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Submission, SubmissionStatus } from '@anjie/contracts/vocabulary/submissions/submission'

const VISIBLE = {
  draft: ['county'],
  submitted: ['county'],
  verified: ['county', 'city'],
  accepted: ['county', 'city', 'province'],
  'called-back': ['county'],
} as const satisfies Record<SubmissionStatus, readonly Level[]>

/**
 * A form that the county has not passed is the county's own business; the city sees it once it is verified, the province once it
 * is accepted. What a county collects for its own assessment goes no further.
 */
export function isSubmissionVisibleTo(
  level: Level,
  { status, finalLevel }: Pick<Submission, 'status' | 'finalLevel'>,
): boolean {
  const levels: readonly Level[] = finalLevel === 'county' ? ['county'] : VISIBLE[status]
  return levels.includes(level)
}
