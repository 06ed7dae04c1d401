import type { Cycle, ScoreRunRecord } from '@anjie/contracts/vocabulary/assessment'
import type { RunSetting } from '@anjie/domain/assessments/runTransitions'
import { allRows } from '../allRows.ts'
import type { RecordStore } from '../ports.ts'
import { findChangedSince } from './findChangedSince.ts'

/** What decides whether a run may be shown or published, besides the run itself. */
export async function runSetting(store: RecordStore, cycle: Cycle, run: ScoreRunRecord): Promise<RunSetting> {
  const isOpen = run.status === 'computed' || run.status === 'preview'
  if (!isOpen) return { cycle, changedSince: [], openAppeals: 0 }
  const [changedSince, appeals] = await Promise.all([findChangedSince(store, cycle, run), allRows(store, 'appeal')])
  const openAppeals = appeals.filter((row) => row.status === 'filed' && row.fields['cycleId'] === cycle.id).length
  return { cycle, changedSince, openAppeals }
}
