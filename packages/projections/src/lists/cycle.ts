import { CYCLE_STATUS_NAMES, cycleOwner } from '@anjie/domain/cycles/cycleTransitions'
import { assessorCode } from '@anjie/domain/schemes/assessor'
import type { View } from './view.ts'

/** One list for each commission; counties and cities read the province's from the opening on. */
export const cycle: View<'cycle'> = (id, version, state) => {
  const owner = cycleOwner(state)
  const code = assessorCode(state)
  return [
    {
      owner: code,
      row: {
        kind: 'cycle',
        id,
        version,
        title: state.name,
        place: '',
        status: state.status,
        statusName: CYCLE_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: state.status === 'planned' || state.status === 'open' ? state.dueOn : null,
        updatedAt: state.updatedAt,
        fields: {
          year: state.year,
          schemeId: state.schemeId,
          schemeName: state.schemeName,
          subjectKind: state.subjectKind,
          subjects: state.subjectCount,
          ...(state.publishedRun === undefined ? {} : { publishedRun: state.publishedRun }),
        },
      },
    },
  ]
}
