import { cityCodeOf } from '@anjie/contracts/vocabulary/divisions/divisionCodes'
import { namingCode, namingLevel } from '@anjie/domain/divisions/namingLevel'
import { MOVE_STATUS_NAMES, moveTitle } from '@anjie/domain/moves/moveNames'
import { moveOwner } from '@anjie/domain/moves/moveTransitions'
import type { View } from './view.ts'

/** In the list of who draws it up, and of the city that confirms what a county drew up. */
export const movePlan: View<'move-plan'> = (id, version, state) => {
  const owner = namingCode(id)
  const waits = moveOwner(state)
  const row = {
    kind: 'move-plan',
    id,
    version,
    title: moveTitle(state),
    place: '',
    status: state.status,
    statusName: MOVE_STATUS_NAMES[state.status],
    queue: waits === null ? null : { level: waits.level, code: waits.code, role: waits.role },
    nextVerb: waits?.verb ?? null,
    dueOn: null,
    updatedAt: state.updatedAt,
    fields: {
      moveKind: state.kind,
      from: state.from.name,
      to: state.to.name,
      on: state.on,
      units: state.counts.reduce((sum, { subject, count }) => (subject === 'unit' ? sum + count : sum), 0),
      gaps: state.gaps.length,
    },
  } as const
  return namingLevel(id) === 'county' ? [owner, cityCodeOf(id)].map((each) => ({ owner: each, row })) : [{ owner, row }]
}
