import { RUN_STATUS_NAMES, runOwner } from '@anjie/domain/league-tables/runTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { View } from './view.ts'

/** The commission's own list: nobody else learns that scores were worked out before they are released. */
export const run: View<'run'> = (id, version, state) => {
  const owner = runOwner(state)
  const code = assessorCode(state)
  return [
    {
      owner: code,
      row: {
        kind: 'run',
        id,
        version,
        title: state.cycleName,
        place: '',
        status: state.status,
        statusName: RUN_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: null,
        updatedAt: state.computedAt,
        fields: {
          cycleId: state.cycleId,
          subjects: state.rows.length,
          outstanding: state.outstanding.length,
          resultHash: state.resultHash,
        },
      },
    },
  ]
}
