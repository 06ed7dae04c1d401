import { dayText } from '@anjie/calendar-cn/plainDays'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import type { HomeView } from './homeLine.ts'

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
    says: `申报期${dayText(state.opensOn)}至${dayText(state.closesOn)}`,
    note: `申报期${dayText(state.opensOn)}至${dayText(state.closesOn)}`,
    opensOn: state.opensOn,
  }
  return (['county', 'city', 'province'] as const).map((level) => ({
    owner: state.province,
    ...(level === 'province' ? {} : { shared: true as const }),
    slot: `stage-${level}`,
    line: {
      standing: { as: 'window', level, day: state.closesOn },
      row: { ...row, nextVerb: level === 'county' ? '申报' : null },
    },
  }))
}
