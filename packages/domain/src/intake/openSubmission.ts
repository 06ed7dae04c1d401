import type { Cycle, CycleSubject } from '@anjie/contracts/vocabulary/assessment'
import type { Submission } from '@anjie/contracts/vocabulary/submission'
import type { Decision } from '../decision.ts'

/** 生成填报表: one empty form for one subject of a cycle that is being opened. Nothing in it is nought; nothing was reported yet. */
export function openSubmission(
  cycle: Cycle,
  subject: CycleSubject,
  now: string,
): Decision<Submission, 'SubmissionOpened'> {
  return {
    next: {
      id: subject.submissionId,
      county: subject.code,
      countyName: subject.name,
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
    fact: { type: 'SubmissionOpened', details: { 考评周期: cycle.name, 填报截止: cycle.dueOn } },
  }
}
