import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { WorkingCalendar } from '@anjie/calendar-cn/workingCalendar'
import { workingDaysBetween } from '@anjie/calendar-cn/workingDays'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { PublicNoticeSummary } from '@anjie/contracts/vocabulary/publicRecords'
import { shortDate } from './words.ts'

/** Whether one may object on a given day. The days decide, whether or not the end of the notice was recorded yet. */
export type NoticePhase = 'before' | 'open' | 'over' | 'named'

export function noticePhase(notice: PublicNoticeSummary, today: string): NoticePhase {
  if (notice.status === 'named') return 'named'
  if (notice.status === 'closed' || today > notice.endsOn) return 'over'
  return today < notice.startsOn ? 'before' : 'open'
}

export const PHASE_WORDS = {
  before: { word: '尚未开始', shape: '○', tone: 'off' },
  open: { word: '公示中', shape: '●', tone: 'good' },
  over: { word: '公示期满', shape: '□', tone: 'off' },
  named: { word: '已命名', shape: '◆', tone: 'seal' },
} as const satisfies Record<NoticePhase, { word: string; shape: string; tone: 'good' | 'off' | 'seal' }>

/**
 * `11月25日 24:00前（还有3个工作日）`: until when an objection is taken. Working days are counted from
 * tomorrow, as in the console; without the official calendar of the year they are left out and not guessed.
 */
export function untilWhen(notice: PublicNoticeSummary, today: string, calendar: WorkingCalendar): string {
  const end = `${shortDate(notice.endsOn, today)} 24:00前`
  if (notice.endsOn === today) return `${end}（今天截止）`
  const left = workingDaysBetween(addDays(PlainDate.parse(today), 1), notice.endsOn, calendar)
  return left.ok ? `${end}（还有${left.value}个工作日）` : end
}

/** `2026年11月19日至11月25日` */
export function period(notice: PublicNoticeSummary): string {
  const end =
    notice.startsOn.slice(0, 4) === notice.endsOn.slice(0, 4) ? dayText(notice.endsOn).slice(5) : dayText(notice.endsOn)
  return `${dayText(notice.startsOn)}至${end}`
}
