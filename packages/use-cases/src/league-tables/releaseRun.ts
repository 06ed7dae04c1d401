import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { CycleHead } from '@anjie/contracts/vocabulary/cycles/cycle'
import type { ScoreRunRecord } from '@anjie/contracts/vocabulary/league-tables/run'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Decision } from '@anjie/domain/decision'
import { figuresChanged, type RunSetting } from '@anjie/domain/league-tables/runTransitions'
import { supersedeRun } from '@anjie/domain/league-tables/supersedeRun'
import { err, ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { Change, CommandContext, CommandOutcome, RecordStore } from '../ports.ts'
import { changedBesides, changedSubjects } from './findChangedSince.ts'
import { runSetting } from './runSetting.ts'

/** A run and its cycle take the same step together. */
export interface Release {
  readonly run: Decision<ScoreRunRecord, FactTypeOf<'run'>>
  readonly cycle: Decision<CycleHead, FactTypeOf<'cycle'>>
}

/** Shows a run, as a preview or for good, moves its cycle along, and takes the place of another run that was in preview: all in one write. */
export async function releaseRun(
  context: CommandContext,
  runId: string,
  decide: (run: ScoreRunRecord, setting: RunSetting) => Result<Release, Problem>,
): Promise<Result<CommandOutcome, Problem>> {
  const { store } = context
  const found = await findRecord(context, 'run', runId)
  if (!found.ok) return found
  const { state: run, version } = found.value
  const expected = checkVersion(context, version)
  if (!expected.ok) return expected
  const cycle = await findRecord(context, 'cycle', run.cycleId)
  if (!cycle.ok) return cycle
  const decision = decide(run, await runSetting(store, cycle.value.state, run, changedBesides))
  if (!decision.ok) return decision

  const changes: Change[] = [
    { kind: 'run', id: runId, expectedVersion: version, ...decision.value.run },
    { kind: 'cycle', id: run.cycleId, expectedVersion: cycle.value.version, ...decision.value.cycle },
  ]
  const { previewedRun } = cycle.value.state
  if (previewedRun !== undefined && previewedRun !== runId) {
    const former = await findRecord(context, 'run', previewedRun)
    if (!former.ok) return former
    if (former.value.state.status === 'preview')
      changes.push({
        kind: 'run',
        id: previewedRun,
        expectedVersion: former.value.version,
        ...supersedeRun(former.value.state, run.id),
      })
  }
  const reply = { id: runId, version: version + 1, status: decision.value.run.next.status }
  const unchanged = run.basis?.settled ?? {}
  const written = await store.commit(changes, reply, { cycleId: run.cycleId, unchanged })
  if (written.ok) return ok(reply)
  return written.error.code === 'stale-version' && (await hasSettledSince(store, run.cycleId, unchanged))
    ? err(await changedProblem(store, cycle.value.state, run))
    : written
}

async function hasSettledSince(
  store: RecordStore,
  cycleId: string,
  before: Readonly<Record<string, number>>,
): Promise<boolean> {
  const counts = await store.settledCounts(cycleId, Object.keys(before))
  return Object.entries(before).some(([division, times]) => counts[division] !== times)
}

/** Names whom the rows of progress already tell of. */
async function changedProblem(store: RecordStore, cycle: CycleHead, run: ScoreRunRecord): Promise<Problem> {
  const names = await changedSubjects(store, cycle, run)
  return figuresChanged(names.length === 0 ? ['有单位'] : names)
}
