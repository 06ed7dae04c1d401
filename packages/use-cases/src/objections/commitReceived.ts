import type { ObjectionMaterial } from '@anjie/contracts/vocabulary/objections/objection'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Step } from '@anjie/domain/decision'
import { holdUnit } from '@anjie/domain/objections/holdUnit'
import type { Result } from '@anjie/kernel'
import type { Change, CommandOutcome, RecordStore } from '../ports.ts'
import { keepMaterial } from './material.ts'

/** Others who decide on the unit's case at this moment are let pass so many times. */
const MAX_TRIES = 10

/** Records an objection and holds the unit that it is about, in one commit. */
export async function commitReceived(
  store: RecordStore,
  step: Step<'objection'>,
  material: ObjectionMaterial,
  reply?: CommandOutcome,
): Promise<Result<void, Problem>> {
  const { next } = step
  await keepMaterial(store, next, material)
  for (let attempt = 1; ; attempt++) {
    const changes: Change[] = [{ kind: 'objection', id: next.id, expectedVersion: 0, ...step }]
    const about = next.about === undefined ? undefined : await store.get('application', next.about.applicationId)
    const held = about === undefined ? null : holdUnit(about.state, next.updatedAt)
    if (about !== undefined && held !== null)
      changes.push({ kind: 'application', id: about.state.id, expectedVersion: about.version, ...held })
    const written = await store.commit(changes, reply)
    if (written.ok || written.error.code !== 'stale-version' || attempt === MAX_TRIES) return written
    // The same objection once more, from a queue that delivers twice: it is there.
    if ((await store.get('objection', next.id)) !== undefined) return written
  }
}
