import type { RecordKind, RecordState } from '@anjie/contracts/vocabulary/records'
import type { Step } from '@anjie/domain/decision'
import type { Change, RecordStore } from './ports.ts'

/** Records in one commit; a clerk who saves meanwhile makes only so many wait. */
const PART = 20
/** Optimistic-lock retries. */
const MAX_TRIES = 5

/** Takes one step with each of these records, some at a time; `null` where it was taken already, so that it is safe to repeat. */
export async function changeMany<K extends RecordKind>(
  store: RecordStore,
  kind: K,
  ids: readonly string[],
  step: (state: RecordState<K>) => Step<K> | null,
): Promise<void> {
  for (let start = 0; start < ids.length; start += PART)
    await changePart(store, kind, ids.slice(start, start + PART), step)
}

async function changePart<K extends RecordKind>(
  store: RecordStore,
  kind: K,
  ids: readonly string[],
  step: (state: RecordState<K>) => Step<K> | null,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const records = await store.getMany(kind, ids)
    const changes = [...records].flatMap(([id, { state, version }]): Change[] => {
      const decision = step(state)
      // The step is of the record's own kind.
      return decision === null ? [] : [{ kind, id, expectedVersion: version, ...decision } as unknown as Change]
    })
    if (changes.length === 0) return
    const written = await store.commit(changes)
    if (written.ok) return
    // Somebody saved one of them meanwhile: look again.
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}
