import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Procedure } from '@anjie/contracts/vocabulary/procedure/procedure'
import { missingDeliberation, missingPapers, missingReview } from '@anjie/domain/procedure/missingSteps'
import type { RecordStore } from '../ports.ts'
import { type PapersOfCycle, papersOf, procedureOf } from './procedurePapers.ts'

type Run = Pick<ScoreRunRecord, 'rows' | 'resultHash' | 'basis'>

/** The name of the best grade of a cycle's scheme. */
export async function bestGradeOf(store: RecordStore, { schemeId }: Pick<CycleHead, 'schemeId'>): Promise<string> {
  return (await store.rules(schemeId))?.grades[0]?.name ?? ''
}

/** What the steps before the deliberation lack, for a run or for none yet. */
export async function missingBefore(
  store: RecordStore,
  cycle: CycleHead,
  procedure: Procedure,
  { asked, there }: PapersOfCycle,
  run: Run | undefined,
): Promise<string[]> {
  const review = run === undefined ? [] : missingReview(cycle, procedure, run, await bestGradeOf(store, cycle))
  return [...missingPapers(cycle, asked, there), ...review]
}

/**
 * 暂不能公布: what the steps that are on still lack for a run, and whose sheets were signed after it. A cycle without steps costs nothing.
 */
export async function heldBack(
  store: RecordStore,
  cycle: CycleHead,
  run: Run,
): Promise<{ readonly missing: readonly string[]; readonly newer: readonly string[] }> {
  if (cycle.steps === undefined) return { missing: [], newer: [] }
  const { state: procedure } = await procedureOf(store, cycle)
  const papers = await papersOf(store, cycle, procedure)
  const before = await missingBefore(store, cycle, procedure, papers, run)
  return {
    missing: [...before, ...missingDeliberation(cycle, procedure, run)],
    newer: [...papers.there.values()]
      .filter(({ state: { step, status, id }, version }) =>
        step === 'department-scores' && status === 'done' ? run.basis?.sheets?.[id] !== version : false,
      )
      .map(({ state }) => state.unitName),
  }
}
