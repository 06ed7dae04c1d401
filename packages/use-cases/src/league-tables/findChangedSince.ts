import type { Cycle } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import { isTableOfPeriod } from '@anjie/domain/cycles/isTableOfPeriod'
import { isSettled } from '@anjie/domain/submissions/submissionTransitions'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import { formIds } from '../cycles/formIds.ts'
import type { RecordStore } from '../ports.ts'
import { commissionValuesId } from '../submissions/commissionValuesId.ts'

/**
 * Names of the subjects whose figures changed after a run: passed by their last level, or entered by the commission;
 * and of tables below that came since, where last places in them count. What is still
 * being filled in does not count, or one subject could hold up the publication by saving again and again.
 */
export async function findChangedSince(store: RecordStore, cycle: Cycle, run: ScoreRunRecord): Promise<string[]> {
  return [...(await changedSubjects(store, cycle, run)), ...(await newTablesBelow(store, cycle, run))]
}

/** Tables of the level below in which last places are counted, and that were published after the run. */
async function newTablesBelow(store: RecordStore, cycle: Cycle, run: ScoreRunRecord): Promise<string[]> {
  const scheme = await store.get('scheme', cycle.schemeId)
  const counted = (scheme?.state.scheme.items ?? []).flatMap(({ bottomOf, period }) =>
    bottomOf === undefined ? [] : [{ subjectKind: bottomOf.subjectKind, period }],
  )
  if (counted.length === 0) return []
  const later = (await finishedCycles(store, cycle)).filter((lower) => lower.updatedAt > run.computedAt)
  const runs = await store.getMany(
    'run',
    later.map((lower) => lower.publishedRun),
  )
  return later
    .filter((lower) => {
      const table = runs.get(lower.publishedRun)?.state
      return (
        table !== undefined &&
        counted.some(
          ({ subjectKind, period }) =>
            subjectKind === lower.subjectKind && isTableOfPeriod(table.period, period, run.period),
        )
      )
    })
    .map((lower) => lower.name)
}

async function changedSubjects(store: RecordStore, cycle: Cycle, run: ScoreRunRecord): Promise<string[]> {
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
