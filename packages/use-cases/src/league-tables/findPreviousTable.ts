import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { RunId } from '@anjie/contracts/vocabulary/ids'
import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import type { QueryContext } from '../ports.ts'
import { successorsSince } from './successorsSince.ts'

/** 上期榜单 with the run that it is: the commission's published table of the latest finished cycle before this one, of the same kind of subject; `null` when there is none. */
export async function findPreviousTable(
  { store, divisions }: Pick<QueryContext, 'store' | 'divisions'>,
  cycle: CycleHead,
): Promise<{ readonly run: RunId; readonly computedAt: string; readonly table: PreviousTable } | null> {
  // A quarter is not compared with a year, nor townships with counties: only stretches of about the same length are of one kind.
  const latest = (await finishedCycles(store, cycle))
    .filter((earlier) => earlier.id !== cycle.id && earlier.subjectKind === cycle.subjectKind)
    .filter((earlier) => earlier.dataTo < cycle.dataTo && monthsOf(earlier) === monthsOf(cycle))
    .toSorted((left, right) => descending(left.dataTo, right.dataTo) || descending(left.id, right.id))[0]
  if (latest === undefined) return null
  const run = await store.get('run', latest.publishedRun)
  if (run === undefined) throw new Error(`run ${latest.publishedRun} of cycle ${latest.id} is not there`)
  const table = {
    period: run.state.period,
    rows: run.state.rows.map((row) => ({
      subject: row.subject,
      group: row.group,
      rank: row.rank === null ? null : String(row.rank),
      score: row.exactScore,
    })),
    successors: await successorsSince(
      { store, divisions },
      latest,
      run.state.rows.map((row) => row.subject),
      cycle,
    ),
  }
  return { run: run.state.id, computedAt: run.state.computedAt, table }
}

const descending = (left: string, right: string): number => (left < right ? 1 : left > right ? -1 : 0)

/** How many calendar months the data of a cycle touch. */
function monthsOf({ dataFrom, dataTo }: Pick<CycleHead, 'dataFrom' | 'dataTo'>): number {
  const [fromYear = 0, fromMonth = 0] = dataFrom.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = dataTo.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}
