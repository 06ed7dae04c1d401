import type { Cycle } from '@anjie/contracts/vocabulary/assessment'
import type { EarlierTable } from '@anjie/domain/league-tables/index'
import type { RecordStore } from '../ports.ts'

/** The published tables of the years before a cycle, of whole-year cycles only. */
export async function findEarlierTables(store: RecordStore, cycle: Cycle): Promise<EarlierTable[]> {
  const finished = (await store.listProvincial('cycle')).filter((row) => row.status === 'final' && row.id !== cycle.id)
  const cycles = await store.getMany(
    'cycle',
    finished.map((row) => row.id),
  )
  const earlier = [...cycles.values()].map((record) => record.state).filter((each) => each.year < cycle.year)
  const runs = await store.getMany(
    'run',
    earlier.flatMap((each) => (each.publishedRun === undefined ? [] : [each.publishedRun])),
  )
  return earlier.flatMap((each) => {
    const run = each.publishedRun === undefined ? undefined : runs.get(each.publishedRun)
    // A period other than the bare year is a part of one.
    return run === undefined || run.state.period !== String(each.year)
      ? []
      : [{ year: each.year, rows: run.state.rows }]
  })
}
