import { assessorCode } from '@anjie/domain/schemes/assessor'
import { SCHEME_STATUS_NAMES, schemeOwner } from '@anjie/domain/schemes/schemeTransitions'
import type { View } from './view.ts'

/** One list for each commission. Drafts stand in it too; others are shown published ones only. */
export const scheme: View<'scheme'> = (id, version, state) => {
  const owner = schemeOwner(state)
  const code = assessorCode(state)
  return [
    {
      owner: code,
      row: {
        kind: 'scheme',
        id,
        version,
        title: state.scheme.name,
        place: '',
        status: state.status,
        statusName: SCHEME_STATUS_NAMES[state.status],
        queue: owner === null ? null : { level: owner.level, code, role: owner.role },
        nextVerb: owner?.verb ?? null,
        dueOn: null,
        updatedAt: state.updatedAt,
        fields: {
          code: state.scheme.code,
          year: state.scheme.year,
          subjectKind: state.scheme.subjectKind,
          groups: state.scheme.groups.length,
        },
      },
    },
  ]
}
