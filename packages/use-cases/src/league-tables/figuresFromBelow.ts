import type { CycleHead, CycleSubject } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { DataItem, Scheme } from '@anjie/contracts/vocabulary/schemes/scheme'
import type { ItemValue } from '@anjie/contracts/vocabulary/scoring/itemValue'
import { cyclePeriod } from '@anjie/domain/cycles/cyclePeriod'
import { isTableOfPeriod } from '@anjie/domain/cycles/isTableOfPeriod'
import { parentsOf } from '@anjie/domain/cycles/parentsOf'
import { countBottomChildren, type RankedTable, rollUpValues } from '@anjie/domain/league-tables/index'
import { err, ok, type Result } from '@anjie/kernel'
import { finishedCycles } from '../cycles/finishedCycles.ts'
import { subjectsOf } from '../cycles/subjectsOf.ts'
import type { RecordStore } from '../ports.ts'
import { readArchivedValues } from './readArchive.ts'

/**
 * What nobody fills in because the level below has settled it: figures that add up from the published cycle of the units below
 * (汇总), and how often those stood last in their tables (下级末位次数). By subject.
 */
export async function figuresFromBelow(
  store: RecordStore,
  cycle: CycleHead,
  subjects: readonly CycleSubject[],
  scheme: Scheme,
): Promise<Result<ReadonlyMap<string, readonly ItemValue[]>, Problem>> {
  const added = await addedUp(store, cycle, subjects, scheme)
  if (!added.ok) return added
  const bySubject = new Map<string, ItemValue[]>()
  for (const value of [...added.value, ...(await countedLast(store, cycle, subjects, scheme))]) {
    const own = bySubject.get(value.subject)
    if (own === undefined) bySubject.set(value.subject, [value])
    else own.push(value)
  }
  return ok(bySubject)
}

/** Published figures only: what the units below could still correct would make the sum another one tomorrow. */
async function addedUp(
  store: RecordStore,
  cycle: CycleHead,
  subjects: readonly CycleSubject[],
  scheme: Scheme,
): Promise<Result<ItemValue[], Problem>> {
  const { rollUp } = cycle
  if (rollUp === undefined) return ok([])
  const lower = await store.get('cycle', rollUp.from)
  const runId = lower?.state.publishedRun
  if (lower === undefined || runId === undefined)
    return err({ code: 'run-invalid', detail: `“${rollUp.fromName}”的结果公布之后，才能汇总其数据并计分` })
  const codes = (await subjectsOf(store, lower.state)).map((subject) => subject.code)
  const { values } = await readArchivedValues(store, runId, codes)
  const rolled = new Set(rollUp.items)
  return ok(
    rollUpValues(
      scheme.items.filter((item) => rolled.has(item.code)),
      values,
      await parentsAmong(store, cycle, subjects, codes),
    ),
  )
}

async function countedLast(
  store: RecordStore,
  cycle: CycleHead,
  upper: readonly CycleSubject[],
  scheme: Scheme,
): Promise<ItemValue[]> {
  const counted = scheme.items.flatMap((item) => (item.bottomOf === undefined ? [] : [{ item, ...item.bottomOf }]))
  if (counted.length === 0) return []
  const period = cyclePeriod(scheme.cycle, cycle)
  const finished = await finishedCycles(store, cycle)
  const values: ItemValue[] = []
  for (const { item, subjectKind, bottom } of counted) {
    const tables = await tablesOf(
      store,
      finished.filter((lower) => lower.subjectKind === subjectKind),
      item,
      period,
    )
    const subjects = tables.flatMap((table) => table.subjects.map((row) => row.subject))
    values.push(...countBottomChildren(tables, await parentsAmong(store, cycle, upper, subjects), bottom, item.code))
  }
  return values
}

/** The tables of the item's periods. Without any, nothing is known of last places, and that is not nought. */
async function tablesOf(
  store: RecordStore,
  cycles: readonly { readonly publishedRun: string }[],
  item: DataItem,
  period: string,
): Promise<RankedTable[]> {
  const runs = await store.getMany(
    'run',
    cycles.map((each) => each.publishedRun),
  )
  const wanted = [...runs.values()]
    .map(({ state }) => state)
    .filter((run) => isTableOfPeriod(run.period, item.period, period))
  const schemes = await store.getMany('scheme', [...new Set(wanted.map((run) => run.schemeId))])
  return wanted.map((run) => {
    const together = schemes.get(run.schemeId)?.state.scheme.ranking.scope === 'all'
    return {
      period: run.period,
      subjects: run.rows.map(({ subject, group, rank }) => ({
        subject,
        group: together ? '' : group,
        rank: rank === null ? null : String(rank),
      })),
    }
  })
}

/** Which of the cycle's subjects each unit below belongs to. */
async function parentsAmong(
  store: RecordStore,
  cycle: CycleHead,
  upper: readonly CycleSubject[],
  lower: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const units = cycle.subjectKind === 'township' ? await store.getMany('unit', lower) : undefined
  return parentsOf(
    lower,
    upper.map((subject) => subject.code),
    (unit) => units?.get(unit)?.state.parentId,
  )
}
