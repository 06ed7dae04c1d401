import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { PreviousTable } from '@anjie/contracts/vocabulary/scoring/scoreRun'
import { successorLinks } from '@anjie/domain/divisions/lineage'
import type { QueryContext, RecordStore } from '../ports.ts'

type Links = PreviousTable['successors']

/** 承继关系 between an earlier table and a cycle: what was merged, split, renamed or given to another city between the two stretches of data. */
export async function successorsSince(
  { store, divisions }: Pick<QueryContext, 'store' | 'divisions'>,
  { dataTo }: Pick<CycleHead, 'dataTo'>,
  before: readonly string[],
  cycle: CycleHead,
): Promise<Links> {
  return cycle.subjectKind === 'city' || cycle.subjectKind === 'county'
    ? successorLinks(await divisions(), dataTo, cycle.dataTo)
    : unitSuccessorLinks(store, before, cycle)
}

/** Units that ended since: each is linked to those that stand in its place, through as many steps as there were. */
async function unitSuccessorLinks(store: RecordStore, before: readonly string[], cycle: CycleHead): Promise<Links> {
  const links: Links = []
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
