import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { waitingEntries } from '@anjie/domain/posts/duty-lists/dutyEntrySteps'
import { DUTY_OFFICIALS } from '@anjie/domain/posts/duty-lists/dutyEventTransitions'
import type { View } from './view.ts'

export const dutyEntries: View<'duty-entries'> = (id, version, state) => {
  const waiting = waitingEntries(state).length
  const row: ListRowOf<'duty-entries'> = {
    kind: 'duty-entries',
    id,
    version,
    title: state.unitName,
    place: state.unitName,
    status: waiting > 0 ? 'waiting' : 'decided',
    statusName: waiting > 0 ? `${waiting}项待确认` : '已处理',
    queue: waiting > 0 ? { level: 'county', code: state.county, role: DUTY_OFFICIALS[0] } : null,
    nextVerb: waiting > 0 ? '确认' : null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: { postId: state.postId, year: state.year, waiting },
  }
  return [
    { owner: state.county, row },
    { owner: state.unitId, row },
  ]
}
