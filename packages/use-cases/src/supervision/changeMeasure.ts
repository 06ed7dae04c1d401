import type { MeasureId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Measure } from '@anjie/contracts/vocabulary/supervision/measure'
import type { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import type { Issued, MeasureStep } from '@anjie/domain/supervision/measureSteps'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { Change, CommandContext, CommandOutcome, RecordStore, Versioned } from '../ports.ts'
import { type Tallied, tallyChanges } from './tallies.ts'

/** A tally or a bar that somebody writes at the same moment is read once more. */
export const MAX_TRIES = 5

interface Besides {
  readonly tallied?: readonly Tallied[]
  readonly changes?: readonly Change[]
}

export const rectificationsOf = async (
  store: Pick<RecordStore, 'getMany'>,
  { rectifications }: Pick<Measure, 'rectifications'>,
): Promise<ReadonlyMap<string, Versioned<Rectification>>> => store.getMany('rectification', rectifications)

/** One step of a measure from the version that its clerk has read, with its rectifications, tally and bars in one commit. */
export async function changeMeasure(
  context: CommandContext,
  measureId: MeasureId,
  decide: (state: Measure, rectifications: readonly Rectification[]) => Result<MeasureStep | Issued, Problem>,
  besides: (
    state: Measure,
    rectifications: readonly Rectification[],
    next: Measure,
  ) => Promise<Result<Besides, Problem>> = async () => ok({}),
): Promise<Result<CommandOutcome, Problem>> {
  const { store, now } = context
  for (let attempt = 1; ; attempt++) {
    const found = await findRecord(context, 'measure', measureId)
    if (!found.ok) return found
    const { state, version } = found.value
    const expected = checkVersion(context, version)
    if (!expected.ok) return expected
    const own = await rectificationsOf(store, state)
    const rectifications = [...own.values()].map((each) => each.state)
    const decided = decide(state, rectifications)
    if (!decided.ok) return decided
    const measure = 'measure' in decided.value ? decided.value.measure : decided.value
    const steps = 'measure' in decided.value ? decided.value.rectifications : []
    const more = await besides(state, rectifications, measure.next)
    if (!more.ok) return more
    const outcome = { id: measureId, version: version + 1, status: measure.next.status }
    const changes: Change[] = [
      { kind: 'measure', id: measureId, expectedVersion: version, ...measure },
      ...steps.map(
        (step): Change => ({
          kind: 'rectification',
          id: step.next.id,
          expectedVersion: own.get(step.next.id)?.version ?? 0,
          ...step,
        }),
      ),
      ...(more.value.changes ?? []),
      ...(await tallyChanges(store, more.value.tallied ?? [], now)),
    ]
    const written = await store.commit(changes, outcome)
    if (written.ok) return ok(outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}
