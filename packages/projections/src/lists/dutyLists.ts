import type { ListRowOf } from '@anjie/contracts/vocabulary/listRow'
import { dutyListsOwner } from '@anjie/domain/posts/duty-lists/dutyListsTransitions'
import { DUTY_LISTS_STATUS_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import { assessorCode, assessorLevel } from '@anjie/domain/schemes/assessor'
import type { View } from './view.ts'

/** One list for each commission; others are shown published ones only. */
export const dutyLists: View<'duty-lists'> = (id, version, state) => {
  const owner = dutyListsOwner(state)
  const code = assessorCode(state)
  const row: ListRowOf<'duty-lists'> = {
    kind: 'duty-lists',
    id,
    version,
    title: state.name,
    place: '',
    status: state.status,
    statusName: DUTY_LISTS_STATUS_NAMES[state.status],
    queue: owner === null ? null : { level: owner.level, code, role: owner.role },
    nextVerb: owner?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      postKind: state.postKind,
      isExample: state.isExample,
      level: assessorLevel(state),
      ...(state.from === undefined ? {} : { from: state.from }),
      ...(state.copiedFrom === undefined ? {} : { copiedFrom: state.copiedFrom }),
    },
  }
  return [{ owner: code, row }]
}
