import { addDays, dayText } from '@anjie/calendar-cn/plainDays'
import type { FactTypeOf } from '@anjie/contracts/facts/facts'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { BATCH_STATUS_NAMES, batchOwner } from '@anjie/domain/notices/batchTransitions'
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
  TakeBackProposed: false,
  NamingTakenBack: false,
  TakeBackCompleted: true,
}

/** From these on a list waits for time to pass, or no more. */
const WAITS_FOR_TIME: Readonly<Partial<Record<FactTypeOf<'batch'>, boolean>>> = {
  NoticeOpened: true,
  NoticeClosed: false,
  NamingDecided: true,
  NamingCompleted: false,
  NamingTakenBack: true,
  TakeBackCompleted: false,
}

/**
 * A list waits for who names, and while it is on notice or being named for the clock; on notice, and once it is named, the levels below
 * read of it as well.
 */
export const batch: HomeView<'batch'> = ({ recordId, version, type, at, after: state }) => {
  const owner = batchOwner(state)
  const row: HomeRow = {
    kind: 'batch',
    id: recordId,
    version,
    title: state.name,
    place: '',
    status: state.status,
    statusName: BATCH_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: namingCode(state.id), role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    page: 'batch',
    pageId: recordId,
    note: state.roundName,
  }
  const lines: HomeLine[] = [
    {
      owner: namingCode(state.id),
      slot: 'turn',
      line: owner === null ? null : { standing: { as: 'work', role: owner.role, day: null }, row },
    },
  ]
  if (WAITS_FOR_TIME[type] !== undefined)
    lines.push({
      owner: state.province,
      shared: true,
      slot: 'clock',
      line: !WAITS_FOR_TIME[type]
        ? null
        : {
            standing: {
              as: 'clock',
              level: 'province',
              day: state.status === 'on-notice' ? (state.notice?.endsOn ?? null) : null,
            },
            row,
          },
    })
  if (!TOLD[type]) return lines
  const today = PlainDate.parse(beijingDay(at))
  const endsOn = state.notice?.endsOn ?? today
  const onNotice = state.status === 'on-notice'
  for (const { level, ...where } of heardBy(state))
    lines.push({
      ...where,
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
          page: level === 'county' || level !== namingLevel(state.id) ? 'titles' : 'batch',
          says: onNotice
            ? `拟命名名单公示至${dayText(endsOn)}`
            : type === 'TakeBackCompleted'
              ? '命名决定撤回'
              : '命名完成',
          note: onNotice
            ? `拟命名名单公示至${dayText(endsOn)}`
            : type === 'TakeBackCompleted'
              ? `原文号${state.takenBack?.at(-1)?.documentNumber ?? ''}的命名决定已撤回`
              : `已命名${state.namedCount}个单位`,
        },
      },
    })
  return lines
}

/** The province's lists are told to all in one line each; a city's to the city and the counties whose units stand in it. */
function heardBy(state: RecordState<'batch'>): readonly { owner: string; level: Level; shared?: true }[] {
  const owner = namingCode(state.id)
  const counties = [...new Set(state.entries.map(({ county }) => county))]
  switch (namingLevel(state.id)) {
    case 'county':
      return [{ owner, level: 'county' }]
    case 'city':
      return [{ owner, level: 'city' }, ...counties.map((county) => ({ owner: county, level: 'county' as const }))]
    case 'province':
      return [
        { owner, level: 'county', shared: true },
        { owner, level: 'city', shared: true },
        { owner, level: 'province' },
      ]
  }
}
