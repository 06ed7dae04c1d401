import type { RecordKind } from '@anjie/contracts/vocabulary/records'
import type { Change, RecordStore } from './ports.ts'

/** Creations in one commit: few enough that one of them does not make a large part wait. */
const PART = 20
/** Optimistic-lock retries. */
const MAX_TRIES = 5

/**
 * Creates those of these records that are not there yet and leaves the others as they are; safe to repeat and to run twice at
 * once. Answers with the ids that were created.
 */
export async function createMissing(
  store: RecordStore,
  kind: RecordKind,
  creations: readonly Change[],
): Promise<ReadonlySet<string>> {
  const created = new Set<string>()
  for (let start = 0; start < creations.length; start += PART) {
    const part = creations.slice(start, start + PART)
    for (let attempt = 1; ; attempt++) {
      const there = await store.getMany(
        kind,
        part.map(({ id }) => id),
      )
      const missing = part.filter(({ id }) => !there.has(id))
      if (missing.length === 0) break
      const written = await store.commit(missing)
      if (written.ok) {
        for (const { id } of missing) created.add(id)
        break
      }
      // Somebody else created one of them meanwhile: look again.
      if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
    }
  }
  return created
}
