import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { EarlierTable } from '@anjie/domain/league-tables/index'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import type { RecordStore } from '../ports.ts'

/** The published tables of the years before a cycle, for subjects of the same kind and of whole-year cycles only. */
export async function findEarlierTables(store: RecordStore, cycle: CycleHead): Promise<EarlierTable[]> {
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
    return run === undefined || run.state.period !== String(each.year)
      ? []
      : [{ year: each.year, rows: run.state.rows }]
  })
}
