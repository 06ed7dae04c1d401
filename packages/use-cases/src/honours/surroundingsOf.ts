import type { Application } from '@anjie/contracts/vocabulary/honours/application'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import { isCounted, type PlacesOfRound } from '@anjie/domain/honours/quota'
import type { RecordStore } from '../ports.ts'
import type { RelatedRecords } from './commitApplication.ts'
import { getRoundOf, quotaOf } from './honourRecords.ts'

/**
 * What an application takes along when it is returned or rejected: the place that it holds or waits for, and the list in which it stands. Only
 * the level that names reaches its lists, and only its posts may act while an application stands in one.
 */
export async function surroundingsOf(
  store: RecordStore,
  application: Application,
): Promise<{
  readonly quota: PlacesOfRound | undefined
  readonly batch: Batch | undefined
  readonly related: RelatedRecords
}> {
  const { batchId } = application
  const batch = batchId === undefined ? undefined : await store.get('batch', batchId)
  const [quota, round] = isCounted(application)
    ? await Promise.all([quotaOf(store, application), getRoundOf(store, application)])
    : []
  return {
    quota: quota === undefined || round === undefined ? undefined : { round, state: quota.state },
    batch: batch?.state,
    related: {
      ...(quota === undefined ? {} : { quota }),
      ...(batch === undefined ? {} : { batch: { id: batch.state.id, version: batch.version } }),
    },
  }
}
