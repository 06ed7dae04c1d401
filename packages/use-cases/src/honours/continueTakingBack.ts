import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { completeTakeBack, takeBackTitle } from '@anjie/domain/honours/decisions/takeBack'
import type { Change, RecordStore, Versioned } from '../ports.ts'

/** Two records of each unit, with their facts: as many as one commit takes. */
const UNITS_A_COMMIT = 24
const MAX_TRIES = 50

/**
 * Takes the titles of a decision back, twenty-four a commit, and then the decision. May be stopped anywhere and called again, also twice
 * at once: what is taken back already is skipped.
 */
export async function continueTakingBack(
  { store, now }: { readonly store: RecordStore; readonly now: string },
  { state: batch, version }: Versioned<Batch>,
  mayContinue: () => boolean,
): Promise<{ readonly named: number; readonly finished: boolean }> {
  const ids = batch.entries.map(({ applicationId }) => applicationId)
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const applications = await store.getMany('application', ids)
    const open = [...applications.values()].filter(({ state }) => isNamedBy(batch, state))
    if (open.length === 0) {
      const step = completeTakeBack(batch, now)
      // When another runner has finished it meanwhile, it is finished all the same.
      await store.commit([{ kind: 'batch', id: batch.id, expectedVersion: version, ...step }])
      return { named: 0, finished: true }
    }
    for (let from = 0; from < open.length; from += UNITS_A_COMMIT) {
      if (!mayContinue()) return { named: 0, finished: false }
      const written = await store.commit(await changesOf(store, batch, open.slice(from, from + UNITS_A_COMMIT), now))
      if (!written.ok && written.error.code !== 'stale-version') throw new Error(written.error.detail)
    }
  }
  throw new Error(`${batch.id} could not be taken back in ${MAX_TRIES} tries`)
}

const isNamedBy = (batch: Batch, { status, batchId }: Application): boolean =>
  status === 'named' && batchId === batch.id

async function changesOf(
  store: RecordStore,
  batch: Batch,
  cases: readonly Versioned<Application>[],
  now: string,
): Promise<Change[]> {
  const titles = await store.getMany(
    'title',
    cases.flatMap(({ state }) => state.titleId ?? []),
  )
  return cases.flatMap(({ state, version }): Change[] => {
    const title = titles.get(state.titleId ?? '')
    if (title === undefined) throw new Error(`the title of ${state.id} is not there`)
    const step = takeBackTitle(batch, state, title.state, now)
    return [
      { kind: 'application', id: state.id, expectedVersion: version, ...step.application },
      { kind: 'title', id: title.state.id, expectedVersion: title.version, ...step.title },
    ]
  })
}
