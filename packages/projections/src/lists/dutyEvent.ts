import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { dutyEventOwner } from '@anjie/domain/posts/duty-lists/dutyEventTransitions'
import { DUTY_EVENT_STATUS_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import type { View } from './view.ts'

/** In the list of the county and in that of the unit, and of nobody above. */
export const dutyEvent: View<'duty-event'> = (id, version, state) => {
  const owner = dutyEventOwner(state)
  const row: ListRowOf<'duty-event'> = {
    kind: 'duty-event',
    id,
    version,
    title: state.unitName,
    place: state.unitName,
    status: state.status,
    statusName: DUTY_EVENT_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code: state.county, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: state.status === 'asked' ? state.wordBy : null,
    updatedAt: state.updatedAt,
    fields: {
      postId: state.postId,
      postKind: state.postKind,
      entry: state.entry.text,
      effect: state.entry.effect,
      on: state.on,
      wordBy: state.wordBy,
    },
  }
  return [
    { owner: state.county, row },
    { owner: state.unitId, row },
  ]
}
