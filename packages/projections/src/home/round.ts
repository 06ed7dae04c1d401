import { dayText } from '@anjie/calendar-cn/plainDays'
import type { Level } from '@anjie/contracts/vocabulary/divisions/divisions'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { RecordState } from '@anjie/contracts/vocabulary/records'
import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { type HomeView, noteOf } from './homeLine.ts'

const CHANGED = { opened: '', corrected: '已更正，', extended: '已延长，', 'closed-early': '提前截止，' } as const

/** Everybody reads until when a round takes applications; a county acts on it. */
export const round: HomeView<'round'> = ({ recordId, version, after: state }) => {
  const row: HomeRow = {
    kind: 'round',
    id: recordId,
    version,
    title: state.name,
    place: '',
    status: 'open',
    statusName: '申报期',
    queue: null,
    nextVerb: null,
    dueOn: state.closesOn,
    updatedAt: state.updatedAt,
    page: 'round',
    pageId: recordId,
    says: `${CHANGED[state.lastChange?.kind ?? 'opened']}申报期${dayText(state.opensOn)}至${dayText(state.closesOn)}`,
    note: noteOf(
      `${CHANGED[state.lastChange?.kind ?? 'opened']}申报期${dayText(state.opensOn)}至${dayText(state.closesOn)}${state.lastChange === undefined ? '' : `：${state.lastChange.reason}`}`,
    ),
    opensOn: state.opensOn,
    ...(state.formerCloses === undefined ? {} : { formerDays: state.formerCloses }),
  }
  // It is still found while drafts stand under a day that was given up.
  const day = [state.closesOn, ...(state.formerCloses ?? [])].toSorted().at(-1) ?? state.closesOn
  return readBy(state).map(({ level, ...where }) => ({
    ...where,
    slot: `stage-${level}`,
    line: {
      standing: { as: 'window' as const, level, day },
      row: { ...row, nextVerb: level === 'county' ? '申报' : null },
    },
  }))
}

/** The province's rounds are told to all in one line each; a city's to the city and the counties that it gives places. */
function readBy(state: RecordState<'round'>): readonly { owner: string; level: Level; shared?: true }[] {
  const owner = namingCode(state.id)
  switch (namingLevel(state.id)) {
    case 'county':
      return [{ owner, level: 'county' }]
    case 'city':
      return [
        { owner, level: 'city' },
        ...(state.countyQuotas ?? []).map(({ county }) => ({ owner: county, level: 'county' as const })),
      ]
    case 'province':
      return [
        { owner, level: 'county', shared: true },
        { owner, level: 'city', shared: true },
        { owner, level: 'province' },
      ]
  }
}
