import { beijingDate, chineseDay } from '@anjie/calendar-cn'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { BATCH_STATUS_NAMES } from './batchTransitions.ts'

/** 公示期满: only time does it, and not before the last day has ended in Beijing. */
export function closeNotice(batch: Batch, at: string): Result<Step<'batch'>, Problem> {
  const { notice } = batch
  if (batch.status !== 'on-notice' || notice === undefined) {
    return err({ code: 'transition-not-allowed', detail: `该名单现为“${BATCH_STATUS_NAMES[batch.status]}”` })
  }
  if (beijingDate(at) <= notice.endsOn) {
    return err({ code: 'notice-not-closed', detail: `公示至${chineseDay(notice.endsOn)}结束，期满后方可命名` })
  }
  return ok({
    next: { ...batch, status: 'notice-closed', notice: { ...notice, closedAt: at }, updatedAt: at },
    fact: { type: 'NoticeClosed', details: { startsOn: notice.startsOn, endsOn: notice.endsOn } },
  })
}
