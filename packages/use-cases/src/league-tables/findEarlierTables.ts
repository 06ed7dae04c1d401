import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { FrozenRun } from '@anjie/contracts/vocabulary/league-tables/runParts'
import type { EarlierTable } from '@anjie/domain/league-tables/index'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import type { QueryContext, RecordStore } from '../ports.ts'
import { successorsSince } from './successorsSince.ts'

type Found = FrozenRun['earlier'][number]

/** The published tables of the years before a cycle, for subjects of the same kind and of whole-year cycles only. */
export async function findEarlierTables(
  { store, divisions }: Pick<QueryContext, 'store' | 'divisions'>,
  cycle: CycleHead,
): Promise<Found[]> {
  const earlier = (await finishedCycles(store, cycle)).filter(
    (each) => each.year < cycle.year && each.subjectKind === cycle.subjectKind,
  )
  const runs = await store.getMany(
    'run',
    earlier.map((each) => each.publishedRun),
  )
  const found: Found[] = []
  for (const each of earlier) {
    const run = runs.get(each.publishedRun)?.state
    // A period other than the bare year is a part of one.
    if (run === undefined || run.period !== String(each.year)) continue
    const subjects = run.rows.map(({ subject }) => subject)
    const successors = await successorsSince({ store, divisions }, each, subjects, cycle)
    found.push({ year: each.year, run: run.id, ...(successors.length === 0 ? {} : { successors }) })
  }
  return found
}

/** A published table never changes. */
export async function readEarlierTables(store: RecordStore, earlier: readonly Found[]): Promise<EarlierTable[]> {
  const runs = await store.getMany(
    'run',
    earlier.map(({ run }) => run),
  )
  return earlier.flatMap(({ year, run, successors }) => {
    const rows = runs.get(run)?.state.rows
    return rows === undefined ? [] : [{ year, rows, successors }]
  })
}
