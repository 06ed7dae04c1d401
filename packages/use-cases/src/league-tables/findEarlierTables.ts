import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RunId } from '@anjie/contracts/vocabulary/ids'
import type { EarlierTable } from '@anjie/domain/league-tables/index'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import type { RecordStore } from '../ports.ts'

/** The published tables of the years before a cycle, for subjects of the same kind and of whole-year cycles only. */
export async function findEarlierTables(
  store: RecordStore,
  cycle: CycleHead,
): Promise<{ readonly year: number; readonly run: RunId }[]> {
  const earlier = (await finishedCycles(store, cycle)).filter(
    (each) => each.year < cycle.year && each.subjectKind === cycle.subjectKind,
  )
  const runs = await store.getMany(
    'run',
    earlier.map((each) => each.publishedRun),
  )
  return earlier.flatMap((each) => {
    const run = runs.get(each.publishedRun)
    // A period other than the bare year is a part of one.
    return run === undefined || run.state.period !== String(each.year) ? [] : [{ year: each.year, run: run.state.id }]
  })
}

/** A published table never changes. */
export async function readEarlierTables(
  store: RecordStore,
  earlier: readonly { readonly year: number; readonly run: RunId }[],
): Promise<EarlierTable[]> {
  const runs = await store.getMany(
    'run',
    earlier.map(({ run }) => run),
  )
  return earlier.flatMap(({ year, run }) => {
    const rows = runs.get(run)?.state.rows
    return rows === undefined ? [] : [{ year, rows }]
  })
}
