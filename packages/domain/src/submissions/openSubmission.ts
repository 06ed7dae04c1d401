import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import { countyCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { LocalSubject, type SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Decision } from '../decision.ts'

/**
 * 生成填报表: one empty form for one subject of a cycle that is being opened. Nothing in it is nought; nothing was reported yet.
 * `countyName`: of the county that fills it, for itself or for the unit that is assessed.
 */
export function openSubmission(
  cycle: CycleHead,
  subject: CycleSubject & { readonly submissionId: SubmissionId },
  countyName: string,
  now: string,
): Decision<Submission, 'SubmissionOpened'> {
  const county = countyCodeOf(subject.submissionId)
  return {
    next: {
      id: subject.submissionId,
      county,
      countyName,
      ...(subject.code === county ? {} : { subject: { code: LocalSubject.parse(subject.code), name: subject.name } }),
      finalLevel: cycle.county === undefined ? 'city' : 'county',
      cycleId: cycle.id,
      cycleName: cycle.name,
      dueOn: cycle.dueOn,
      status: 'draft',
      values: [],
      evidence: [],
      enteredBy: [],
      approved: {},
      updatedAt: now,
    },
    fact: { type: 'SubmissionOpened', details: { cycle: cycle.name, dueOn: cycle.dueOn } },
  }
}
