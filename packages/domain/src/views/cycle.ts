import { CYCLE_OWNERS, CYCLE_STATUS_NAMES } from '../assessments/cycleTransitions.ts'
import type { View } from './view.ts'

/** One list for the province; counties and cities read it from the opening on. */
export const cycle: View<'cycle'> = (id, version, state) => {
  const owner = CYCLE_OWNERS[state.status]
  return [
    {
      owner: state.province,
      row: {
        kind: 'cycle',
        id,
        version,
        title: state.name,
        place: '',
        status: state.status,
        statusName: CYCLE_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: 'province', code: state.province, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: state.status === 'planned' || state.status === 'open' ? state.dueOn : null,
        updatedAt: state.updatedAt,
        fields: {
          year: String(state.year),
          schemeId: state.schemeId,
          schemeName: state.schemeName,
          subjects: String(state.subjects.length),
          ...(state.publishedRun === undefined ? {} : { publishedRun: state.publishedRun }),
        },
      },
    },
  ]
}
