import { beijingDate } from '@anjie/calendar-cn'
import { BatchId } from '@anjie/contracts/vocabulary/ids'
import { closeNotice } from '@anjie/domain/notices/closeNotice'
import type { RecordStore } from '../ports.ts'

/** Lists of the province whose notice has run out at this instant, by the rows of its list. */
export async function endedNotices(store: RecordStore, now: string): Promise<readonly BatchId[]> {
  const today = beijingDate(now)
  const rows = await store.listProvincial('batch')
  return rows
    .filter(({ status, fields }) => status === 'on-notice' && (fields.endsOn ?? '9999') < today)
    .map(({ id }) => BatchId.parse(id))
}

/** 公示期满 of one list. False when its notice runs on, or was closed meanwhile: rows lag their records by about a second. */
export async function closeNoticeOf(store: RecordStore, batchId: BatchId, now: string): Promise<boolean> {
  const found = await store.get('batch', batchId)
  if (found === undefined) return false
  const step = closeNotice(found.state, now)
  if (!step.ok) return false
  const written = await store.commit([{ kind: 'batch', id: batchId, expectedVersion: found.version, ...step.value }])
  return written.ok
}

/** Lists of the province whose units are still being named. */
export async function unfinishedNamings(store: RecordStore): Promise<readonly BatchId[]> {
  const rows = await store.listProvincial('batch')
  return rows.filter(({ status }) => status === 'naming').map(({ id }) => BatchId.parse(id))
}
