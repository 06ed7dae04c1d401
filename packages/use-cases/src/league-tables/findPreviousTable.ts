import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { successorLinks } from '@anjie/domain/divisions/lineage'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import type { QueryContext, RecordStore } from '../ports.ts'

/** 上期榜单: the commission's published table of the latest finished cycle before this one, of the same kind of subject; `null` when there is none. */
export async function findPreviousTable(
  { store, divisions }: Pick<QueryContext, 'store' | 'divisions'>,
  cycle: CycleHead,
): Promise<PreviousTable | null> {
  // A quarter is not compared with a year, nor townships with counties: only stretches of about the same length are of one kind.
  const latest = (await finishedCycles(store, cycle))
    .filter((earlier) => earlier.id !== cycle.id && earlier.subjectKind === cycle.subjectKind)
    .filter((earlier) => earlier.dataTo < cycle.dataTo && monthsOf(earlier) === monthsOf(cycle))
    .toSorted((left, right) => descending(left.dataTo, right.dataTo) || descending(left.id, right.id))[0]
  if (latest === undefined) return null
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
    successors:
      cycle.subjectKind === 'city' || cycle.subjectKind === 'county'
        ? successorLinks(await divisions(), latest.dataTo, cycle.dataTo)
        : await unitSuccessorLinks(
            store,
            run.state.rows.map((row) => row.subject),
            cycle,
          ),
  }
}

/** Units that ended since: each is linked to those that stand in its place, through as many steps as there were. */
async function unitSuccessorLinks(
  store: RecordStore,
  before: readonly string[],
  cycle: CycleHead,
): Promise<PreviousTable['successors']> {
  const links: PreviousTable['successors'] = []
  const seen = new Set<string>()
  let open = before.map((from) => ({ from, at: from }))
  while (open.length > 0) {
    const units = await store.getMany('unit', [...new Set(open.map(({ at }) => at))])
    const next: typeof open = []
    for (const { from, at } of open) {
      const unit = units.get(at)?.state
      const successors = unit?.validTo !== undefined && unit.validTo < cycle.dataTo ? unit.successors : []
      if (at !== from && successors.length === 0) links.push({ from, to: at })
      for (const to of successors) {
        // A circle cannot be recorded; if there were one, it would end here.
        if (seen.has(`${from} ${to}`)) continue
        seen.add(`${from} ${to}`)
        next.push({ from, at: to })
      }
    }
    open = next
  }
  return links
}

const descending = (left: string, right: string): number => (left < right ? 1 : left > right ? -1 : 0)

/** How many calendar months the data of a cycle touch. */
function monthsOf({ dataFrom, dataTo }: Pick<CycleHead, 'dataFrom' | 'dataTo'>): number {
  const [fromYear = 0, fromMonth = 0] = dataFrom.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = dataTo.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}
