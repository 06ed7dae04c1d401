import type { Cycle, ScoreRunRecord } from '@anjie/contracts/vocabulary/assessment'
import { isSettled } from '@anjie/domain/intake/submissionTransitions'
import type { RecordStore } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'
import { formIds } from './formIds.ts'

/**
 * Names of the subjects whose figures changed after a run: passed by their last level, or entered by the commission. What is still
 * being filled in does not count, or one subject could hold up the publication by saving again and again.
 */
export async function findChangedSince(store: RecordStore, cycle: Cycle, run: ScoreRunRecord): Promise<string[]> {
  const [submissions, commission] = await Promise.all([
    store.getMany('submission', formIds(cycle)),
    store.getMany(
      'commission-values',
      cycle.subjects.map((subject) => commissionValuesId(cycle.id, subject.code)),
    ),
  ])
  return cycle.subjects
    .filter(({ code, submissionId }) => {
      const submission = submissionId === undefined ? undefined : submissions.get(submissionId)?.state
      const entered = commission.get(commissionValuesId(cycle.id, code))?.state
      return (
        (submission !== undefined && isSettled(submission) && submission.updatedAt > run.computedAt) ||
        (entered !== undefined && entered.updatedAt > run.computedAt)
      )
    })
    .map((subject) => subject.name)
}
