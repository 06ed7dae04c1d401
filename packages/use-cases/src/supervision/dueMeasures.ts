import { listingEnded } from '@anjie/domain/supervision/listingSteps'
import { rectificationOverdue } from '@anjie/domain/supervision/rectificationSteps'
import type { RecordStore } from '../ports.ts'
import { followingChanges } from './changeRectification.ts'

const MAX_TRIES = 5

/** 挂牌期满: the veto procedure is opened, and a person decides. False where the day is not over or somebody was quicker. */
export async function passMeasureDay(store: RecordStore, id: string, now: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const found = await store.get('measure', id)
    const step = found === undefined ? null : listingEnded(found.state, now)
    if (found === undefined || step === null) return false
    const written = await store.commit([{ kind: 'measure', id, expectedVersion: found.version, ...step }])
    if (written.ok) return true
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}

/** 整改逾期: marked, and counted in the tally. */
export async function passRectificationDay(store: RecordStore, id: string, now: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const found = await store.get('rectification', id)
    const step = found === undefined ? null : rectificationOverdue(found.state, now)
    if (found === undefined || step === null) return false
    const written = await store.commit([
      { kind: 'rectification', id, expectedVersion: found.version, ...step },
      ...(await followingChanges(store, found.state, step, now)),
    ])
    if (written.ok) return true
    if (written.error.code !== 'stale-version' || attempt === MAX_TRIES) throw new Error(written.error.detail)
  }
}
