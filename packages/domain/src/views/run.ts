import { RUN_OWNERS, RUN_STATUS_NAMES } from '../assessments/runTransitions.ts'
import type { View } from './view.ts'

/** The province's own list: nobody below learns that scores were worked out before they are released. */
export const run: View<'run'> = (id, version, state) => {
  const owner = RUN_OWNERS[state.status]
  return [
    {
      owner: state.province,
      row: {
        kind: 'run',
        id,
        version,
        title: state.cycleName,
        place: '',
        status: state.status,
        statusName: RUN_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: 'province', code: state.province, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: null,
        updatedAt: state.computedAt,
        fields: {
          cycleId: state.cycleId,
          subjects: String(state.rows.length),
          outstanding: String(state.outstanding.length),
          resultHash: state.resultHash,
        },
      },
    },
  ]
}
