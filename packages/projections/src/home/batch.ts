import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { BATCH_OWNERS, BATCH_STATUS_NAMES } from '@anjie/domain/notices/batchTransitions'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, TOLD_DAYS } from './homeLine.ts'

/** What of a list its levels are told; the rest is the province's own work. */
const TOLD: Readonly<Record<FactTypeOf<'batch'>, boolean>> = {
  BatchCreated: false,
  BatchEntryAdded: false,
  BatchEntryRemoved: false,
  NoticeOpened: true,
  NoticeClosed: false,
  NamingDecided: false,
  NamingCompleted: true,
}

/** A list waits for the province's administrator; while it is on notice, and once it is named, all levels read of it. */
export const batch: HomeView<'batch'> = ({ recordId, version, type, at, after: state }) => {
  const owner = BATCH_OWNERS[state.status]
  const row: HomeRow = {
    kind: 'batch',
    id: recordId,
    version,
    title: state.name,
    place: '',
    status: state.status,
    statusName: BATCH_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: state.province, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    page: 'batch',
    pageId: recordId,
    note: state.roundName,
  }
  const lines: HomeLine[] = [
    {
      owner: state.province,
      slot: 'turn',
      line: owner === null ? null : { standing: { as: 'work', role: owner.role, day: null }, row },
    },
  ]
  if (!TOLD[type]) return lines
  const today = PlainDate.parse(beijingDay(at))
  const endsOn = state.notice?.endsOn ?? today
  const onNotice = state.status === 'on-notice'
  for (const level of ['county', 'city', 'province'] as const)
    lines.push({
      owner: state.province,
      ...(level === 'province' ? {} : { shared: true }),
      slot: `stage-${level}`,
      line: {
        standing: onNotice
          ? { as: 'window', level, day: endsOn }
          : { as: 'told', level, day: addDays(today, TOLD_DAYS) },
        row: {
          ...row,
          queue: null,
          nextVerb: null,
          dueOn: onNotice ? endsOn : null,
          page: level === 'province' ? 'batch' : 'titles',
          says: onNotice ? `拟命名名单公示至${dayText(endsOn)}` : '命名完成',
          note: onNotice ? `拟命名名单公示至${dayText(endsOn)}` : `已命名${state.namedCount}个单位`,
        },
      },
    })
  return lines
}
