import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { SubmissionStatus } from '@anjie/contracts/vocabulary/submissions/submission'
import { isTableOfPeriod } from '@anjie/domain/cycles/isTableOfPeriod'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import { isSettled } from '@anjie/domain/submissions/submissionTransitions'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { RecordStore } from '../ports.ts'
import { newVetoes } from './vetoFigures.ts'

/**
 * Names of the subjects whose figures changed after a run: passed by their last level, or entered by the commission;
 * of tables below that came since, where last places in them count; and whose vetoes were decided or taken back. What is still
 * being filled in does not count, or one subject could hold up the publication by saving again and again.
 */
export async function findChangedSince(store: RecordStore, cycle: CycleHead, run: ScoreRunRecord): Promise<string[]> {
  const [subjects, besides] = await Promise.all([changedSubjects(store, cycle, run), changedBesides(store, cycle, run)])
  return [...subjects, ...besides]
}

/** What no counter of settled figures tells of. */
export const changedBesides = async (store: RecordStore, cycle: CycleHead, run: ScoreRunRecord): Promise<string[]> =>
  (await Promise.all([newTablesBelow(store, cycle, run), newVetoes(store, cycle, run)])).flat()

/** Tables of the level below in which last places are counted, and that were published after the run. */
async function newTablesBelow(store: RecordStore, cycle: CycleHead, run: ScoreRunRecord): Promise<string[]> {
  const scheme = await store.rules(cycle.schemeId)
  const counted = (scheme?.items ?? []).flatMap(({ bottomOf, period }) =>
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

/**
 * By the rows of progress, which lag a moment: for whoever looks. What is decided goes by the counters in the same write
 * (`releaseRun`).
 */
export async function changedSubjects(store: RecordStore, cycle: CycleHead, run: ScoreRunRecord): Promise<string[]> {
  const { basis } = run
  if (basis === undefined) return []
  const commission = assessorCode(cycle)
  const [subjects, forms, counts] = await Promise.all([
    subjectsOf(store, cycle),
    store.progress(cycle.id, 'form'),
    store.settledCounts(cycle.id, [commission]),
  ])
  const entered =
    counts[commission] === basis.settled[commission] ? undefined : await store.progress(cycle.id, 'entered')
  return subjects
    .filter(({ code }) => {
      const form = forms?.get(code)
      const seen = basis.versions[code]
      return (
        (form?.status !== undefined && isSettledIn(cycle, form.status) && form.version > (seen?.form ?? 0)) ||
        (entered?.get(code)?.version ?? 0) > (seen?.entered ?? 0)
      )
    })
    .map((subject) => subject.name)
}

const isSettledIn = ({ county }: CycleHead, status: SubmissionStatus): boolean =>
  isSettled({ status, finalLevel: county === undefined ? 'city' : 'county' })
