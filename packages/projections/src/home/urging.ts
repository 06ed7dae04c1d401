import { addDays } from '@anjie/calendar-cn/plainDays'
import { provinceCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { URGED } from '@anjie/contracts/vocabulary/messages/urging'
import { PlainDate } from '@anjie/contracts/vocabulary/plainDate'
import { ownerOf } from '@anjie/domain/access/index'
import { beijingDay } from '@anjie/kernel'
import { type HomeLine, type HomeView, TOLD_DAYS } from './homeLine.ts'
import { withUnitsOwn } from './unitsOwn.ts'

/** 催报 is said to the post in whose hands the case was; whether it still is, the case's own line tells. */
export const urging: HomeView<'urging'> = ({ recordId, version, at, after: state, actor }) => {
  const today = PlainDate.parse(beijingDay(at))
  const isEmergency = state.urged.at(-1)?.emergency !== undefined
  const row: HomeRow = {
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
    says: `${actor.jurisdictionName}催报${isEmergency ? '（急件）' : ''}，待${state.verb}`,
    ...(isEmergency ? { emergency: true as const } : {}),
    note: null,
  }
  const lines: HomeLine[] = [
    {
      owner: state.to.code,
      slot: 'urged',
      line: { standing: { as: 'urged', role: state.to.role, day: addDays(today, TOLD_DAYS) }, row },
    },
  ]
  if (isEmergency)
    lines.push({
      owner: provinceCodeOf(recordId),
      slot: 'emergency',
      line: { standing: { as: 'emergency', level: 'province', day: today }, row },
    })
  // A unit that fills its own form learns that it is waited for.
  return withUnitsOwn(lines, state.to.code, ownerOf(state.caseKind, recordId)?.unit)
}
