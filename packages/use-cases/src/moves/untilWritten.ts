import type { Change, RecordStore } from '../ports.ts'

/** What a step of the work gave: something was written, or nothing had to be. */
export type Carried = 'done' | 'passed-over'

/** Whoever else writes the same at this moment is let pass so many times. */
const MAX_TRIES = 8

/** Decides from what stands there now, and again when somebody was quicker; no changes mean that nothing has to be done. */
export async function untilWritten(
  store: RecordStore,
  what: string,
  decide: () => Promise<readonly Change[]>,
): Promise<Carried> {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const changes = await decide()
    if (changes.length === 0) return 'passed-over'
    const written = await store.commit(changes)
    if (written.ok) return 'done'
    if (written.error.code !== 'stale-version') throw new Error(`${what}: ${written.error.detail}`)
  }
  throw new Error(`${what} could not be carried over in ${MAX_TRIES} tries`)
}
