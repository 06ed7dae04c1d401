import { dutyListsOwner } from '@anjie/domain/posts/duty-lists/dutyListsTransitions'
import { DUTY_LISTS_STATUS_NAMES } from '@anjie/domain/posts/duty-lists/dutyNames'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { HomeView } from './homeLine.ts'

/** A draft waits for its author. */
export const dutyLists: HomeView<'duty-lists'> = ({ recordId, version, after: state }) => {
  const owner = dutyListsOwner(state)
  const code = assessorCode(state)
  return [
    {
      owner: code,
      slot: 'turn',
      line:
        owner === null
          ? null
          : {
              standing: { as: 'work', role: owner.role, day: null },
              row: {
                kind: 'duty-lists',
                id: recordId,
                version,
                title: state.name,
                place: '',
                status: state.status,
                statusName: DUTY_LISTS_STATUS_NAMES[state.status],
                queue: { level: owner.level, code, role: owner.role },
                nextVerb: owner.verb,
                dueOn: null,
                updatedAt: state.updatedAt,
                page: 'duty-lists',
                pageId: recordId,
                note: null,
              },
            },
    },
  ]
}
