import { SCHEME_OWNERS, SCHEME_STATUS_NAMES } from '../assessments/schemeTransitions.ts'
import type { View } from './view.ts'

/** One list for the province. Drafts stand in it too; whoever is not of the province is shown published ones only. */
export const scheme: View<'scheme'> = (id, version, state) => {
  const owner = SCHEME_OWNERS[state.status]
  return [
    {
      owner: state.province,
      row: {
        kind: 'scheme',
        id,
        version,
        title: state.scheme.name,
        place: '',
        status: state.status,
        statusName: SCHEME_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: 'province', code: state.province, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: null,
        updatedAt: state.updatedAt,
        fields: {
          code: state.scheme.code,
          year: String(state.scheme.year),
          subjectKind: state.scheme.subjectKind,
          groups: String(state.scheme.groups.length),
        },
      },
    },
  ]
}
