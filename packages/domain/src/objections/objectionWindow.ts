import { addWorkingDays, beijingDate, dayText, type WorkingCalendar } from '@anjie/calendar-cn'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import { err, ok, type Result } from '@anjie/kernel'
import { USUAL_OBJECTION_DAYS } from '../notices/objectionDays.ts'

/**
 * Whether what was sent on a day is in time: from the first day of the notice to the end of its last, in Beijing. The day that counts is
 * that of receipt, of the postmark or of the call, so a letter that arrives later is still taken, until the naming is decided.
 */
export function objectionInTime(
  { notice, status, name }: Pick<Batch, 'notice' | 'status' | 'name'>,
  sentOn: PlainDate,
): Result<NonNullable<Batch['notice']>, Problem> {
  if (notice === undefined) return err({ code: 'objection-out-of-time', detail: `“${name}”尚未公示，不受理异议` })
  if (status === 'naming' || status === 'named')
    return err({
      code: 'objection-out-of-time',
      detail: `“${name}”已作出命名决定；对已命名单位的反映，请按线索移送复核`,
    })
  if (sentOn < notice.startsOn || sentOn > notice.endsOn)
    return err({
      code: 'objection-out-of-time',
      detail: `公示期为${dayText(notice.startsOn)}至${dayText(notice.endsOn)}，${dayText(sentOn)}提出的不在期内`,
      pointer: '/sentOn',
    })
  return ok(notice)
}

/** 核查期限: so many working days after the day of receipt; undefined while the calendar does not reach so far, and never guessed. */
export function objectionDueOn(
  receivedAt: string,
  workingDays: number | undefined,
  calendar: WorkingCalendar,
): PlainDate | undefined {
  const due = addWorkingDays(beijingDate(receivedAt), workingDays ?? USUAL_OBJECTION_DAYS, calendar)
  return due.ok ? due.value : undefined
}
