import type { RectificationId } from '@anjie/contracts/vocabulary/ids'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Rectification } from '@anjie/contracts/vocabulary/supervision/rectification'
import { countClosed } from '@anjie/domain/supervision/measureSteps'
import type { RectificationStep } from '@anjie/domain/supervision/rectificationSteps'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { Change, CommandContext, CommandOutcome, RecordStore } from '../ports.ts'
import { MAX_TRIES } from './changeMeasure.ts'
import { tallyChanges } from './tallies.ts'

/** What follows from a rectification's step in the same commit: the measure has one open problem fewer, and the tally one more that is closed or late. */
export async function followingChanges(
  store: RecordStore,
  before: Rectification,
  { next, fact }: RectificationStep,
  now: string,
): Promise<readonly Change[]> {
  const isClosed = fact.type === 'RectificationClosed'
  // A unit's own session does not reach the county's tally: what it reports late, the clock counted on the day after.
  const isLate = fact.type === 'RectificationOverdue'
  if (!isClosed && !isLate) return []
  const measure = await store.get('measure', before.measureId)
  if (measure === undefined) throw new Error(`the measure of ${before.id} is not there`)
  const change = { level: next.level, ...(isClosed ? { closed: 1 } : {}), ...(isLate ? { overdue: 1 } : {}) }
  const tallies = await tallyChanges(store, [{ of: measure.state, change }], now)
  const counted: readonly Change[] = isClosed
    ? [
        {
          kind: 'measure',
          id: measure.state.id,
          expectedVersion: measure.version,
          ...countClosed(measure.state, now),
        },
      ]
    : []
  return [...counted, ...tallies]
}

/** One step of a rectification from the version that its clerk has read. */
export async function changeRectification(
  context: CommandContext,
  rectificationId: RectificationId,
  decide: (state: Rectification) => Result<RectificationStep, Problem> | Promise<Result<RectificationStep, Problem>>,
  replyId: string = rectificationId,
): Promise<Result<CommandOutcome, Problem>> {
  const { store, now } = context
  for (let attempt = 1; ; attempt++) {
    const found = await findRecord(context, 'rectification', rectificationId)
    if (!found.ok) return found
    const { state, version } = found.value
    const expected = checkVersion(context, version)
    if (!expected.ok) return expected
    const step = await decide(state)
    if (!step.ok) return step
    const outcome = { id: replyId, version: version + 1, status: step.value.next.status }
    const own: Change = { kind: 'rectification', id: state.id, expectedVersion: version, ...step.value }
    const written = await store.commit([own, ...(await followingChanges(store, state, step.value, now))], outcome)
    if (written.ok) return ok(outcome)
    // A closing beside it, of another problem of the same measure: looked at once more. One of the same problem is stale at once.
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}
