import { beijingDate } from '@anjie/calendar-cn'
import { BatchId } from '@anjie/contracts/vocabulary/ids'
import { closeNotice } from '@anjie/domain/notices/closeNotice'
import type { RecordStore } from '../ports.ts'

const AT_ONCE = 200

/**
 * Lists of the province, its cities and counties whose notice has run out at this instant, oldest first: the lines that wait for the
 * clock, so that it looks at no county's list and at nothing that is over.
 */
export async function endedNotices(store: RecordStore, now: string): Promise<readonly BatchId[]> {
  const rows = await store.homeRows('province', {
    from: 'clock#province#',
    to: `clock#province#${beijingDate(now)}`,
    limit: AT_ONCE,
  })
  return rows
    .filter(({ kind, status }) => kind === 'batch' && status === 'on-notice')
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

/** Lists whose units are still being named, or whose naming is still being taken back; they wait without a day. */
export async function unfinishedNamings(store: RecordStore): Promise<readonly BatchId[]> {
  const rows = await store.homeRows('province', { from: 'clock#province#9999', to: 'clock#province#~', limit: AT_ONCE })
  return rows.filter(({ status }) => status === 'naming' || status === 'taking-back').map(({ id }) => BatchId.parse(id))
}
