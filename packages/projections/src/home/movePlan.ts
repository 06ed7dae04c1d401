import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import type { HomeRow } from '@anjie/contracts/vocabulary/home/homeRow'
import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { MOVE_STATUS_NAMES, moveTitle } from '@anjie/domain/moves/moveNames'
import { moveOwner } from '@anjie/domain/moves/moveTransitions'
import type { HomeLine, HomeView } from './homeLine.ts'

/** It waits for whoever confirms it, and then, or while something is lacking, for whoever drew it up. */
export const movePlan: HomeView<'move-plan'> = ({ recordId, version, at, after: state }) => {
  const waits = moveOwner(state)
  const row: HomeRow = {
    kind: 'move-plan',
    id: recordId,
    version,
    title: moveTitle(state),
    place: '',
    status: state.status,
    statusName: MOVE_STATUS_NAMES[state.status],
    queue: waits === null ? null : { level: waits.level, code: waits.code, role: waits.role },
    nextVerb: waits?.verb ?? null,
    dueOn: null,
    updatedAt: at,
    page: 'move-plan',
    pageId: recordId,
    note: null,
  }
  const owners =
    namingLevel(recordId) === 'county' ? [namingCode(recordId), cityCodeOf(recordId)] : [namingCode(recordId)]
  return owners.map(
    (owner): HomeLine => ({
      owner,
      slot: 'turn',
      line: waits?.code === owner ? { standing: { as: 'work', role: waits.role, day: null }, row } : null,
    }),
  )
}
