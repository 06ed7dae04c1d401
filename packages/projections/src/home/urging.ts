import { addDays } from '@anjie/calendar-cn/plainDays'
import { URGED } from '@anjie/contracts/vocabulary/messages/urging'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { beijingDay } from '@anjie/kernel'
import { type HomeView, TOLD_DAYS } from './homeLine.ts'

/** 催报 is said to the post in whose hands the case was; whether it still is, the case's own line tells. */
export const urging: HomeView<'urging'> = ({ recordId, version, at, after: state, actor }) => [
  {
    owner: state.to.code,
    slot: 'urged',
    line: {
      standing: { as: 'urged', role: state.to.role, day: addDays(PlainDate.parse(beijingDay(at)), TOLD_DAYS) },
      row: {
        kind: state.caseKind,
        id: recordId,
        version,
        title: state.title,
        place: state.place,
        status: URGED,
        statusName: state.statusName,
        queue: state.to,
        nextVerb: state.verb,
        dueOn: state.dueOn,
        updatedAt: at,
        page: state.caseKind,
        pageId: recordId,
        says: `${actor.jurisdictionName}催报${state.urged.at(-1)?.emergency === undefined ? '' : '（急件）'}，待${state.verb}`,
        note: null,
      },
    },
  },
]
