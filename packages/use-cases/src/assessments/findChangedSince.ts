import type { Cycle, ScoreRunRecord } from '@anjie/contracts/vocabulary/assessment'
import type { RecordStore } from '../ports.ts'
import { commissionValuesId } from './commissionValuesId.ts'

/**
 * Names of the subjects whose figures changed after a run: accepted by the city, or entered by the commission. What is still
 * being filled in does not count, or one county could hold up the publication by saving again and again.
 */
export async function findChangedSince(store: RecordStore, cycle: Cycle, run: ScoreRunRecord): Promise<string[]> {
  const [submissions, commission] = await Promise.all([
    store.getMany(
      'submission',
      cycle.subjects.map((subject) => subject.submissionId),
    ),
    store.getMany(
      'commission-values',
      cycle.subjects.map((subject) => commissionValuesId(cycle.id, subject.code)),
    ),
  ])
  return cycle.subjects
    .filter(({ code, submissionId }) => {
      const submission = submissions.get(submissionId)?.state
      const entered = commission.get(commissionValuesId(cycle.id, code))?.state
      return (
        (submission?.status === 'accepted' && submission.updatedAt > run.computedAt) ||
        (entered !== undefined && entered.updatedAt > run.computedAt)
      )
    })
    .map((subject) => subject.name)
}
