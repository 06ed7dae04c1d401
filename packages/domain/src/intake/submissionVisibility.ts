import type { Level } from '@anjie/contracts/vocabulary/divisions'
import type { SubmissionStatus } from '@anjie/contracts/vocabulary/submission'

const VISIBLE = {
  draft: ['county'],
  submitted: ['county'],
  verified: ['county', 'city'],
  accepted: ['county', 'city', 'province'],
} as const satisfies Record<SubmissionStatus, readonly Level[]>

/** A form that the county has not passed is the county's own business; the city sees it once it is verified, the province once it is accepted. */
export function isSubmissionVisibleTo(level: Level, status: SubmissionStatus): boolean {
  const levels: readonly Level[] = VISIBLE[status]
  return levels.includes(level)
}
