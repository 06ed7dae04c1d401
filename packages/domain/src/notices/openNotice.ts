import type { WorkingCalendar } from '@anjie/calendar-cn'
import { addDays, chineseDay } from '@anjie/calendar-cn'
import type { Membership } from '@anjie/contracts/vocabulary/access/people'
import type { Batch } from '@anjie/contracts/vocabulary/notices/batch'
import type { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { Problem } from '@anjie/contracts/vocabulary/problems'
import type { Unit } from '@anjie/contracts/vocabulary/units/unit'
import { err, ok, type Result } from '@anjie/kernel'
import type { Step } from '../decision.ts'
import { hasEnded, unitNameOn } from '../units/unitChange.ts'
import { permitBatchAction } from './batchTransitions.ts'
import { noticeEndsOn } from './noticeWindow.ts'
import { USUAL_OBJECTION_DAYS } from './objectionDays.ts'

/** A notice may be set up this many days ahead of its first day. */
const MAX_DAYS_AHEAD = 30

/**
 * 开始公示 of the whole list. The last day is worked out once, from the calendar as it stands, and then kept: a later change
 * of the calendar does not move a window that the public was told.
 */
export function openNotice(
  batch: Batch,
  units: ReadonlyMap<string, Unit>,
  member: Membership,
  request: {
    readonly startsOn: PlainDate
    readonly contact: string
    readonly objectionWorkingDays?: number | undefined
  },
  calendar: WorkingCalendar,
  today: PlainDate,
  at: string,
): Result<Step<'batch'>, Problem> {
  const step = permitBatchAction(batch, 'open-notice', member)
  if (!step.ok) return step
  const ended = batch.entries.flatMap(({ unitId }) => {
    const unit = units.get(unitId)
    return unit !== undefined && hasEnded(unit, today) ? [unit.name] : []
  })
  if (ended.length > 0) {
    return err({
      code: 'criteria-not-met',
      detail: `${ended.slice(0, 3).join('、')}${ended.length > 3 ? `等${ended.length}个单位` : ''}已撤并，请先移出名单再公示`,
    })
  }
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
      // The public objects to a unit by the name that it has now.
      entries: batch.entries.map((entry) => {
        const unit = units.get(entry.unitId)
        return unit === undefined ? entry : { ...entry, unitName: unitNameOn(unit, today) }
      }),
      notice: {
        startsOn: request.startsOn,
        endsOn: endsOn.value,
        workingDays: batch.noticeWorkingDays,
        contact: request.contact,
        objectionWorkingDays: request.objectionWorkingDays ?? USUAL_OBJECTION_DAYS,
      },
      updatedAt: at,
    },
    fact: { type: 'NoticeOpened', details: { startsOn: request.startsOn, endsOn: endsOn.value } },
  })
}
