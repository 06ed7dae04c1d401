import type { SubmissionId } from '@anjie/contracts/vocabulary/ids'
import type { Submission } from '@anjie/contracts/vocabulary/submissions/submission'
import type { Step } from '@anjie/domain/decision'
import type { Change, RecordStore } from '../ports.ts'

/** Forms in one commit; a clerk who saves meanwhile makes only so many wait. */
const PART = 20
/** Optimistic-lock retries. */
const MAX_TRIES = 5

/** Takes one step with each of these forms, some at a time; `null` where it was taken already, so that it is safe to repeat. */
export async function changeForms(
  store: RecordStore,
  ids: readonly SubmissionId[],
  step: (form: Submission) => Step<'submission'> | null,
): Promise<void> {
  for (let start = 0; start < ids.length; start += PART) await changePart(store, ids.slice(start, start + PART), step)
}

async function changePart(
  store: RecordStore,
  ids: readonly SubmissionId[],
  step: (form: Submission) => Step<'submission'> | null,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const forms = await store.getMany('submission', ids)
    const changes = [...forms].flatMap(([id, { state, version }]): Change[] => {
      const decision = step(state)
      return decision === null ? [] : [{ kind: 'submission', id, expectedVersion: version, ...decision }]
    })
    if (changes.length === 0) return
    const written = await store.commit(changes)
    if (written.ok) return
    // Somebody saved one of them meanwhile: look again.
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}
