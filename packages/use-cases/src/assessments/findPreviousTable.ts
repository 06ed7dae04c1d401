import type { Cycle } from '@anjie/contracts/vocabulary/assessment'
import type { DivisionTree } from '@anjie/contracts/vocabulary/divisions'
import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import type { RecordStore } from '../ports.ts'

/** 上期榜单: the published table of the latest finished cycle before this one; `null` when there is none. */
export async function findPreviousTable(
  store: RecordStore,
  cycle: Cycle,
  divisions: DivisionTree,
): Promise<PreviousTable | null> {
  const finished = (await store.listProvincial('cycle')).filter((row) => row.status === 'final' && row.id !== cycle.id)
  const records = await store.getMany(
    'cycle',
    finished.map((row) => row.id),
  )
  // A quarter is not compared with a year: only stretches of about the same length are of one kind.
  const latest = [...records.values()]
    .map((record) => record.state)
    .filter((earlier) => earlier.dataTo < cycle.dataTo && earlier.publishedRun !== undefined)
    .filter((earlier) => monthsOf(earlier) === monthsOf(cycle))
    .toSorted((left, right) => descending(left.dataTo, right.dataTo) || descending(left.id, right.id))[0]
  if (latest?.publishedRun === undefined) return null
  const run = await store.get('run', latest.publishedRun)
  if (run === undefined) throw new Error(`run ${latest.publishedRun} of cycle ${latest.id} is not there`)
  return {
    period: run.state.period,
    rows: run.state.rows.map((row) => ({
      subject: row.subject,
      group: row.group,
      rank: row.rank === null ? null : String(row.rank),
      score: row.exactScore,
    })),
    // What was merged, split or renamed between the two stretches of data.
    successors: (divisions.successors ?? [])
      .filter(({ on }) => on > latest.dataTo && on <= cycle.dataTo)
      .map(({ from, to }) => ({ from, to })),
  }
}

const descending = (left: string, right: string): number => (left < right ? 1 : left > right ? -1 : 0)

/** How many calendar months the data of a cycle touch. */
function monthsOf({ dataFrom, dataTo }: Pick<Cycle, 'dataFrom' | 'dataTo'>): number {
  const [fromYear = 0, fromMonth = 0] = dataFrom.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = dataTo.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}
