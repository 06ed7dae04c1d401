import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { Submission, SubmissionStatus } from '@anjie/contracts/vocabulary/submissions/submission'
import type { ScopeLevel } from '../access/scopes.ts'
import { isPost } from '../cycles/isPost.ts'
import { isSettled } from './submissionTransitions.ts'

const VISIBLE = {
  draft: ['county'],
  submitted: ['county'],
  verified: ['county', 'city'],
  accepted: ['county', 'city', 'province'],
  'called-back': ['county'],
} as const satisfies Record<SubmissionStatus, readonly Level[]>

/**
 * A form that the county has not passed is the county's own business; the city sees it once it is verified, the province once it
 * is accepted. What a county collects for its own assessment goes no further. A unit sees its own, that of its post once it is settled.
 */
export function isSubmissionVisibleTo(
  level: ScopeLevel,
  { status, finalLevel, subject }: Pick<Submission, 'status' | 'finalLevel' | 'subject'>,
): boolean {
  if (level === 'unit') return !isPost(subject?.code) || isSettled({ status, finalLevel })
  const levels: readonly Level[] = finalLevel === 'county' ? ['county'] : VISIBLE[status]
  return levels.includes(level)
}
