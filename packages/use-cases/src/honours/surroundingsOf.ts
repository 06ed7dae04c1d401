import type { Application, Batch } from '@anjie/contracts/vocabulary/honours'
import { holdsPlace } from '@anjie/domain/honours/quota'
import type { RecordStore, Versioned } from '../ports.ts'
import { type Beside, quotaOf } from './honourRecords.ts'

/** What an application takes along when it is returned or rejected: the place that it holds, and the list in which it stands. */
export async function surroundingsOf(
  store: RecordStore,
  application: Application,
): Promise<{
  readonly quota: (Beside & { readonly used: number }) | undefined
  readonly batch: Versioned<Batch> | undefined
}> {
  const { batchId } = application
  const batch = batchId === undefined ? undefined : await store.get('batch', batchId)
  if (batchId !== undefined && batch === undefined) throw new Error(`the list of ${application.id} is not there`)
  return { quota: holdsPlace(application) ? await quotaOf(store, application) : undefined, batch }
}
