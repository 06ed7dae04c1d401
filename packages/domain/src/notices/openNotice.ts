import type { WorkingCalendar } from '@anjie/calendar-cn'
import { addDays, chineseDay } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { permitBatchAction } from './batchTransitions.ts'
import { noticeEndsOn } from './noticeWindow.ts'

/** A notice may be set up this many days ahead of its first day. */
const MAX_DAYS_AHEAD = 30

/**
 * 开始公示 of the whole list. The last day is worked out once, from the calendar as it stands, and then kept: a later change
 * of the calendar does not move a window that the public was told.
 */
export function openNotice(
  batch: Batch,
  member: Membership,
  request: { readonly startsOn: PlainDate; readonly contact: string },
  calendar: WorkingCalendar,
  today: PlainDate,
  at: string,
): Result<Step<'batch'>, Problem> {
  const step = permitBatchAction(batch, 'open-notice', member)
  if (!step.ok) return step
  if (request.startsOn < today || request.startsOn > addDays(today, MAX_DAYS_AHEAD)) {
    return err({
      code: 'invalid-input',
      detail: `公示首日应在${chineseDay(today)}起的${MAX_DAYS_AHEAD}天之内，不能是已经过去的日子`,
      pointer: '/startsOn',
    })
  }
  const endsOn = noticeEndsOn(request.startsOn, batch.noticeWorkingDays, calendar)
  if (!endsOn.ok) return err({ ...endsOn.error, pointer: '/startsOn' })
  return ok({
    next: {
      ...batch,
      status: step.value.to[0],
      notice: {
        startsOn: request.startsOn,
        endsOn: endsOn.value,
        workingDays: batch.noticeWorkingDays,
        contact: request.contact,
      },
      updatedAt: at,
    },
    fact: { type: 'NoticeOpened', details: { startsOn: request.startsOn, endsOn: endsOn.value } },
  })
}
