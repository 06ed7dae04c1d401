import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { RunSetting } from '@anjie/domain/league-tables/runTransitions'
import { allRows } from '../allRows.ts'
import type { RecordStore } from '../ports.ts'
import { heldBack } from '../procedure/missingSteps.ts'

/**
 * What decides whether a run may be shown or published, besides the run itself. `changesSince`: looks for what changed, by what
 * the caller needs to know of it.
 */
export async function runSetting(
  store: RecordStore,
  cycle: CycleHead,
  run: ScoreRunRecord,
  changesSince: (store: RecordStore, cycle: CycleHead, run: ScoreRunRecord) => Promise<readonly string[]>,
): Promise<RunSetting> {
  const isOpen = run.status === 'computed' || run.status === 'preview'
  if (!isOpen) return { cycle, changedSince: [], openAppeals: 0, uncorrected: [], missingSteps: [] }
  const [changedSince, appeals, held] = await Promise.all([
    changesSince(store, cycle, run),
    allRows(store, 'appeal'),
    heldBack(store, cycle, run),
  ])
  const ofCycle = appeals.filter((row) => row.fields.cycleId === cycle.id)
  return {
    cycle,
    changedSince: [...changedSince, ...held.newer],
    openAppeals: ofCycle.filter(({ status }) => status === 'filed').length,
    uncorrected: ofCycle
      .filter(({ status }) => status === 'upheld')
      .map(({ place, fields }) => ({ place, indicator: fields.indicator })),
    missingSteps: held.missing,
  }
}
