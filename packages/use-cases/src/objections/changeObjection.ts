import type { Objection, ObjectionOutcome } from '@anjie/contracts/vocabulary/objections/objection'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Step } from '@anjie/domain/decision'
import { settleUnit } from '@anjie/domain/objections/holdUnit'
import type { ObjectedCase } from '@anjie/domain/objections/objectionTransitions'
import { ok, type Result } from '@anjie/kernel'
import { checkVersion, findRecord } from '../findRecord.ts'
import type { Change, CommandContext, CommandOutcome } from '../ports.ts'

/** Others who decide on the unit's case at this moment are let pass so many times. */
const MAX_TRIES = 10

/** One step of an objection, from the version that its investigator has read; with `settles` the hold on the unit ends in the same commit. */
export async function changeObjection(
  context: CommandContext,
  objectionId: string,
  decide: (state: Objection, objected: ObjectedCase) => Result<Step<'objection'>, Problem>,
  settles?: ObjectionOutcome,
): Promise<Result<CommandOutcome, Problem>> {
  const { store, now } = context
  for (let attempt = 1; ; attempt++) {
    const found = await findRecord(context, 'objection', objectionId)
    if (!found.ok) return found
    const { state, version } = found.value
    const expected = checkVersion(context, version)
    if (!expected.ok) return expected
    const unit = state.about === undefined ? undefined : await store.get('application', state.about.applicationId)
    const step = decide(state, unit?.state)
    if (!step.ok) return step
    const changes: Change[] = [{ kind: 'objection', id: state.id, expectedVersion: version, ...step.value }]
    const settled = settles === undefined || unit === undefined ? null : settleUnit(unit.state, settles, now)
    if (unit !== undefined && settled !== null)
      changes.push({ kind: 'application', id: unit.state.id, expectedVersion: unit.version, ...settled })
    const outcome = { id: state.id, version: version + 1, status: step.value.next.status }
    const written = await store.commit(changes, outcome)
    if (written.ok) return ok(outcome)
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
  }
}
